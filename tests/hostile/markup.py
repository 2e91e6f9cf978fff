"""Hostile HTML and XML: entities, document types, depth, breadth, spans without end."""

from __future__ import annotations

from tests.hostile.values import Hostile, harmless, refused

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def _akn(body: str, head: str = "") -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}<akomaNtoso><statement>{body}</statement></akomaNtoso>'.encode()


def _page(number: int, body: str) -> bytes:
    return (
        f"<!doctype html><html><body><p>United Nations A/998/{number}</p><p>Original: English</p><h1>Gauges</h1>"
        f"<p>1. The gauges of the harbour were lent to the council.</p>{body}<p>2. They were returned.</p></body></html>"
    ).encode()


MARKUP: tuple[Hostile, ...] = (
    refused("type.xml", "hostile-xml", make=lambda: _akn("", "<!DOCTYPE akomaNtoso>")),
    refused(
        "outside.xml", "hostile-xml",
        make=lambda: _akn("&x;", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
    ),
    refused("laughs.xml", "hostile-xml", make=lambda: _akn("&l11;", f'<!DOCTYPE a [<!ENTITY l0 "ha">{_LAUGHS}]>')),
    refused(
        "parameter.xml", "hostile-xml",
        make=lambda: _akn("", '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'),
    ),
    refused(  # in UTF-16, as no document is: its tags are the words of a text, and nothing is resolved
        "wide.xml", "no-symbol",
        make=lambda: '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><akomaNtoso/>'.encode("utf-16"),
    ),
    refused(
        "seven.xml", "hostile-xml", "broken",
        make=lambda: b'<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE a+AD4-<akomaNtoso><doc/></akomaNtoso>',
    ),
    refused("undeclared.xml", "broken", make=lambda: _akn("<p>&nowhere;</p>")),
    refused("deep.xml", "broken", make=lambda: _akn("<p>" * 100_000 + "</p>" * 100_000)),
    refused("broad.xml", "too-complex", make=lambda: _akn("<p/>" * 300_000)),
    refused("attribute.xml", "broken", make=lambda: _akn(f'<p a="{"x" * 11_000_000}"/>')),
    refused("cut.xml", "broken", make=lambda: _akn("<p>whole</p>")[:-20]),
    refused("deep.html", "not-text", make=lambda: b"<html><body>" + b"<div>" * 100_000 + b"deep"),
    harmless("A_998_31.html", make=lambda: _page(31, "<table><tr><td>" * 600 + "cell")),
    harmless("A_998_32.html", make=lambda: _page(32, '<table><tr><td colspan="999999999" rowspan="999999999">x</td>'
                                                     "<td>y</td></tr><tr><td>z</td></tr></table>")),
    harmless("A_998_33.html", make=lambda: _page(33, '<ol start="99999999999999999999"><li>a</li></ol>'
                                                     '<ol type="i" start="999999999"><li>b</li></ol>')),
    harmless("A_998_34.html", make=lambda: _page(34, "<script>while(1);</script><p onclick='x()'>Kept &lt;script&gt;.</p>")),
    harmless("A_998_35.html", make=lambda: _page(35, "<!-- %PDF-1.7 --><embed src='file:///etc/hostname'>")),
    refused("bold.html", "not-text", make=lambda: _page(36, "<p>" + "<b><i>" * 20_000 + "x")),
    harmless("A_998_37.html", make=lambda: _page(37, "<table>" + "<tr><td>1</td><td>2</td></tr>" * 3_000 + "</table>")),
)  # fmt: skip
