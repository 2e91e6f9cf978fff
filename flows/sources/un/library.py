"""The UN Digital Library's catalogue: searched page by page, or asked for one symbol under both its spellings.

>>> for described in library.search('191__a:"A/RES/999/*"', budget):
...     described.url, len(described.records)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from flows.settings import Settings
from flows.sources.un.landing import Landed, Road
from flows.sources.un.network import Network
from flows.sources.un.patience import patiently
from flows.sources.un.politeness import Budget, Host, Left
from flows.sources.un.portal import Tell, drained
from flows.sources.un.wire import Wire
from transforms import catalogue
from transforms.catalogue import Page
from transforms.errors import Refusal
from transforms.retrieval.addresses import Allowed, shown
from transforms.retrieval.answers import RECORDS
from warehouse.blobs import Blobs

PAGE_SIZE = 200
"""Records asked for at once; the library gives 10 where nothing is said."""
_MOST_PAGES = 500


@dataclass(frozen=True, slots=True)
class Described:
    """One page of a search: where it came from, its records, and why there is none where there should be one."""

    query: str
    url: str
    page: Page
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """The catalogue at the address that the settings name."""

    settings: Settings
    blobs: Blobs

    @property
    def name(self) -> str:
        """`undl`."""
        return "undl"

    def search(self, queries: Sequence[str], budget: Budget) -> Iterator[Described]:
        """Every page of every search, in order; a search ends at its first page that does not come."""
        return drained(lambda tell: self._tell(queries, budget, tell))

    async def _tell(self, queries: Sequence[str], budget: Budget, tell: Tell[Described]) -> None:
        told = self.settings
        host = Host(told, budget.standing(told.library_url))
        network = Network(Allowed.of(told.library_url))
        async with Wire(told.headers, seconds=told.fetch_timeout, max_bytes=told.max_bytes) as wire:
            road = Road(wire, host, budget, network, RECORDS)
            for query in queries:
                await self._pages(query, road, tell)

    async def _pages(self, query: str, road: Road, tell: Tell[Described]) -> None:
        """Page after page, until as many records came as the search has in all."""
        first = 1
        for _ in range(_MOST_PAGES):
            described = await self._page(query, first, road)
            tell(described)
            first += len(described.page.records)
            if described.trouble or first > (described.page.total or 0):
                return
        tell(
            Described(
                query, described.url, Page(None, ()), f"more than {_MOST_PAGES} pages; ask for less at once"
            )
        )

    async def _page(self, query: str, first: int, road: Road) -> Described:
        url = f"{self.settings.library_url.rstrip('/')}/search?p={quote(query, safe='')}&of=xm&rg={PAGE_SIZE}&jrec={first}"
        with self.blobs.incoming() as path:

            async def once() -> _Heard:
                landed = await road.land(url, path)
                return _Heard(
                    _described(query, shown(url), first, landed, path), landed.wait, landed.is_hopeless
                )

            try:
                heard = await patiently(self.settings, once, _is_enough)
            except Left:
                return Described(
                    query, shown(url), Page(None, ()), "left for the next run: the budget is spent"
                )
            return heard[-1].described


@dataclass(frozen=True, slots=True)
class _Heard:
    """One answer to a search."""

    described: Described
    wait: float
    is_hopeless: bool


def _is_enough(heard: Sequence[_Heard]) -> bool:
    return heard[-1].described.trouble is None or heard[-1].is_hopeless


def _described(query: str, url: str, first: int, landed: Landed, path: Path) -> Described:
    """What a page says, or why it says nothing that can be believed."""
    if landed.judged.outcome != "delivered":
        return Described(query, url, Page(None, ()), landed.judged.message)
    try:
        page = catalogue.page(path.read_bytes())
    except Refusal as refusal:
        return Described(query, url, Page(None, ()), refusal.message)
    if page.total is None:
        return Described(query, url, page, "the answer does not say how many records there are in all")
    if not page.records and first <= page.total:
        return Described(query, url, page, f"no record came, and {page.total - first + 1} are still to come")
    return Described(query, url, page)
