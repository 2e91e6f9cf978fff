"""Which servers may be asked: those on the list, at public addresses; and one that was set on purpose.

>>> await Network(Allowed.of("https://documents.un.org")).is_public("https://documents.un.org/")
True
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass, field

import anyio

from transforms.retrieval.addresses import Allowed, origin


@dataclass(slots=True)
class Network:
    """The servers that may be asked, and those whose names were looked up in this run."""

    allowed: Allowed
    _public: dict[str, bool] = field(default_factory=dict)

    async def is_public(self, address: str) -> bool:
        """Whether the server's name leads to public addresses only; a server set on purpose may be anywhere.

        A name that leads nowhere passes: to ask it tells more. (Who can change a name of the UN between this look
        and the request can also answer in its place: what protects then is the certificate.)
        """
        at = origin(address)
        if at in self.allowed.configured:
            return True
        if at not in self._public:
            self._public[at] = await _leads_outside(
                at.partition("://")[2].rpartition(":")[0] or at.partition("://")[2]
            )
        return self._public[at]


async def _leads_outside(host: str) -> bool:
    try:
        found = await anyio.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except OSError:
        return True
    return all(ipaddress.ip_address(place[0]).is_global for *_, place in found)
