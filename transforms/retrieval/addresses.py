"""Addresses: where a document is asked for, and which redirects may be followed.

>>> access("https://documents.un.org", "S/RES/1631 (2005)", "fr", "pdf")
'https://documents.un.org/api/symbol/access?s=S/RES/1631(2005)&l=fr&t=pdf'
"""

from __future__ import annotations

import ipaddress
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, Self
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from transforms.errors import Refusal

Kind = Literal["docx", "doc", "pdf"]
KINDS: tuple[Kind, ...] = ("docx", "doc", "pdf")
"""What the document system may be asked for, in order of worth."""

UN_HOSTS = frozenset({"documents.un.org", "docs.un.org", "undocs.org", "digitallibrary.un.org"})
"""Hosts of the United Nations that answer for documents and records."""
_FILES = "/doc/"
"""Where the document system keeps files: it names them in upper case and serves them in lower case only."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """The hosts that may be asked: those of the United Nations by https, and one that was set on purpose.

    `configured` is the origin of a base address (`http://127.0.0.1:8080`); it alone may be private or plain.
    """

    configured: tuple[str, ...] = ()
    hosts: frozenset[str] = UN_HOSTS

    @classmethod
    def of(cls, base: str) -> Self:
        """What a base address allows: the hosts of the United Nations for one of theirs, else that server alone."""
        if urlsplit(base).scheme == "https" and is_un(base):
            return cls()
        return cls((origin(base),), frozenset())


def is_un(address: str) -> bool:
    """Whether an address is at a server of the United Nations, however its name and port are written."""
    return (urlsplit(address).hostname or "").rstrip(".") in UN_HOSTS


def access(base: str, symbol: str, language: str, kind: str) -> str:
    """The address at which the document system is asked for a symbol; slashes and brackets stay as they are."""
    asked = quote(symbol.replace(" (", "("), safe="/()-.")
    return f"{base.rstrip('/')}/api/symbol/access?s={asked}&l={language}&t={kind}"


def follow(at: str, location: str, allowed: Allowed) -> str:
    """The address that a redirect leads to.

    Raises:
        Refusal: `forbidden-redirect`: no address at all, another scheme than https, a host that is not on the list,
            one with a name or a password, or an address inside a private network.
    """
    target = _target(at, location.strip())
    if target is None:
        raise _forbidden(at, "what cannot be read", "an address was expected")
    asked = urlsplit(at)
    if origin(target) in allowed.configured and target.username in (None, asked.username):
        own = (
            asked.netloc if origin(asked) == origin(target) else target.netloc
        )  # with the name and password set for it
        return _lowered(target._replace(netloc=own))
    if target.scheme != "https":
        raise _forbidden(at, origin(target), "https was expected")
    if _is_private(target.hostname or ""):
        raise _forbidden(at, origin(target), "it is inside a private network")
    if target.hostname not in allowed.hosts or target.port not in (None, 443) or target.username is not None:
        only = ", ".join(sorted(allowed.hosts)) or " ".join(allowed.configured)
        raise _forbidden(at, origin(target), f"only {only} may answer")
    return _lowered(target)


def origin(address: SplitResult | str) -> str:
    """Scheme, host and port of an address, without a name or a password."""
    split = urlsplit(address) if isinstance(address, str) else address
    try:
        port = f":{split.port}" if split.port else ""
    except ValueError:
        port = ":?"
    host = split.hostname or ""
    return f"{split.scheme}://{f'[{host}]' if ':' in host else host}{port}"


def shown(address: str) -> str:
    """An address that may be recorded: no name, no password, no fragment, and no query but one of ours."""
    split = urlsplit(address)
    query = split.query if split.path.endswith(("/api/symbol/access", "/search")) else ""
    return urlunsplit((split.scheme, origin(split).partition("://")[2], split.path, query, ""))


def _target(at: str, location: str) -> SplitResult | None:
    """What a redirect names, taken apart; None where it is no address, or has spaces or control characters."""
    if not location.isprintable() or " " in location:
        return None
    # A ValueError tells of brackets that do not match, a port that is none, a host with another sign for a slash.
    with suppress(ValueError):
        target = urlsplit(urljoin(at, location))
        if target.port != 0:
            return target
    return None


def _lowered(target: SplitResult) -> str:
    path = target.path.lower() if target.path.lower().startswith(_FILES) else target.path
    return urlunsplit((target.scheme, target.netloc, path, target.query, ""))


def _is_private(host: str) -> bool:
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _forbidden(at: str, to: str, why: str) -> Refusal:
    return Refusal(
        "forbidden-redirect",
        f"{shown(at)} led to {to[:100]}, and {why}; it was not followed. Ask again later, or report it if it stays so.",
    )
