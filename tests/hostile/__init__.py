"""Files made to break whoever reads them, made when they are needed and never stored."""

from tests.hostile.archives import ARCHIVES
from tests.hostile.markup import MARKUP
from tests.hostile.pdfs import PDFS
from tests.hostile.texts import TEXTS
from tests.hostile.values import Hostile

FILES: tuple[Hostile, ...] = (*TEXTS, *MARKUP, *ARCHIVES, *PDFS)

__all__ = ["FILES", "Hostile"]
