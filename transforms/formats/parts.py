"""XML that nobody has vouched for -> its elements, with no entity resolved and nothing fetched.

>>> parse(b"<p>Peace</p>", "a.xml").text
'Peace'
>>> parse(b"<!DOCTYPE p><p>Peace</p>", "a.xml")
Traceback (most recent call last):
transforms.errors.Refusal: hostile-xml: a.xml declares a document type; ...
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from transforms.errors import Refusal

_DECLARED = b"<!DOCTYPE"
_DECLARED_WIDE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-16-le", "utf-16-be"))
_STEP = 65_536


def parse(content: bytes, name: str, *, is_lenient: bool = False) -> etree._Element:
    """The root of an XML document; a lenient reading puts up with tags that do not match.

    Raises:
        Refusal: hostile-xml, broken.
    """
    refuse_doctype(content, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=is_lenient
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(name, error.msg) from error
    if root is None:  # a lenient parser's word for nothing at all
        raise _broken(name, "no element is found")
    if root.getroottree().docinfo.internalDTD is not None:
        raise _hostile(name)
    return root


def elements(content: bytes, name: str, tag: str) -> Iterator[etree._Element]:
    """The elements of one tag as they end, read no further than they are asked for; so the end may be damaged.

    Raises:
        Refusal: hostile-xml, broken.
    """
    refuse_doctype(content, name)
    parser = etree.XMLPullParser(
        ("end",), tag=tag, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for at in range(0, len(content), _STEP):
            parser.feed(content[at : at + _STEP])
            for _, element in parser.read_events():
                if element.getroottree().docinfo.internalDTD is not None:
                    raise _hostile(name)
                yield element
    except etree.XMLSyntaxError as error:
        raise _broken(name, error.msg) from error


def refuse_doctype(content: bytes, name: str) -> None:
    """Entities are declared in a document type, and no document of the United Nations needs one."""
    is_wide = b"\x00" in content[:4]
    if _DECLARED in content or (is_wide and any(declared in content for declared in _DECLARED_WIDE)):
        raise _hostile(name)


def _hostile(name: str) -> Refusal:
    return Refusal(
        "hostile-xml",
        f"{name} declares a document type; plain XML was expected, since entities can pull in files or grow without end."
        " Save it again with an office program.",
    )


def _broken(name: str, found: str) -> Refusal:
    return Refusal("broken", f"{name} is not well-formed XML: {found}. Fetch it again.")
