"""Settings: the only reader of the environment. Everything else is told.

>>> Settings(home=Path("data")).log_url
'data/log.sqlite'
"""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from transforms.retrieval.addresses import origin

_ADDRESS = r"^https?://[!-~]+$"


def _cores() -> int:
    return max(
        1, min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    )


def switch_telemetry_off() -> None:
    """Tell libraries that ask the environment that nobody wishes to be counted. Call it before importing them."""
    os.environ.setdefault("DO_NOT_TRACK", "1")


def let_the_command_speak() -> None:
    """Keep Prefect's own log off the terminal unless somebody wants it: the command tells what came of a run."""
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")


class Settings(BaseSettings):
    """What a run may be told from outside, each as `UNFOLD_<NAME>`; none of it changes a published byte."""

    model_config = SettingsConfigDict(env_prefix="UNFOLD_", frozen=True, extra="ignore")

    home: Path = Field(default=Path("data"), description="Folder of the log, the bytes and the releases.")
    log: str | None = Field(
        default=None, description="Address of a shared log, postgresql://…; else <home>/log.sqlite."
    )
    workers: int = Field(
        default_factory=_cores, ge=1, le=64, description="Child processes that read documents."
    )
    batch_size: int = Field(default=64, ge=1, description="Documents judged together.")
    max_bytes: int = Field(default=32 * 1024 * 1024, ge=1, description="A larger file is refused unread.")
    read_timeout: float = Field(default=120.0, gt=0, description="Seconds one document may take to read.")
    read_cpu: float = Field(
        default=60.0, gt=0, description="Seconds of processor time one document may take to read."
    )
    read_memory: int = Field(
        default=1024**3, ge=256 * 1024**2, description="Bytes of memory one reading process may hold."
    )
    read_output: int = Field(
        default=16 * 1024**2, ge=1024, description="Bytes of rows one document may become."
    )
    libreoffice: Path | None = Field(
        default=None, description="The program that converts old Word files; else soffice on the PATH."
    )
    tesseract: Path | None = Field(
        default=None, description="The program that recognises scans; else tesseract on the PATH."
    )

    un_url: str = Field(
        default="https://documents.un.org", pattern=_ADDRESS, description="The UN's document system."
    )
    library_url: str = Field(
        default="https://digitallibrary.un.org",
        pattern=_ADDRESS,
        description="The UN's Digital Library, for its catalogue.",
    )
    contact: str | None = Field(
        default=None,
        pattern=r"^[!-~]{3,200}$",
        description="A mail address or page of yours, told to servers with each request.",
    )
    types: str = Field(
        default="docx,doc,pdf",
        pattern=r"^(docx|doc|pdf)(,(docx|doc|pdf))*$",
        description="Types asked for, best first.",
    )
    host_workers: int = Field(default=4, ge=1, le=16, description="Requests at once to one server.")
    rate: float = Field(default=2.0, gt=0, le=1000, description="Requests a second to one server.")
    budget: int = Field(default=5000, ge=1, description="Requests that one run may make.")
    tries: int = Field(default=5, ge=2, le=20, description="Times that one address is asked in a run.")
    backoff: float = Field(default=1.0, gt=0, description="Seconds before the second try; it doubles.")
    fetch_timeout: float = Field(default=180.0, gt=0, description="Seconds that one answer may take.")
    patience: float = Field(
        default=300.0, gt=0, description="Seconds that a server may ask us to wait before a run gives it up."
    )
    watchlist: Path | None = Field(
        default=None, description="The list of what is watched; else <home>/watchlist.toml."
    )

    @property
    def watchlist_path(self) -> Path:
        """The list of what is watched: the one given, else the one in the home."""
        return self.watchlist or self.home / "watchlist.toml"

    @property
    def kinds(self) -> tuple[str, ...]:
        """The types asked for, best first, each once."""
        return tuple(dict.fromkeys(self.types.split(",")))

    @property
    def headers(self) -> dict[str, str]:
        """What is told to a server of the UN: it answers with an error page where one of these is missing."""
        from importlib.metadata import version  # noqa: PLC0415 - a quick question does not need it

        return {
            "Accept": "application/pdf, application/msword, application/vnd.openxmlformats-officedocument."
            "wordprocessingml.document, text/xml;q=0.8, */*;q=0.1",
            "User-Agent": f"Mozilla/5.0 (compatible; unfold/{version('unfold-un')}; +{self.contact or 'no contact given'})",
            "Referer": f"{origin(self.un_url)}/",
        }

    @property
    def log_url(self) -> str:
        """Address of the log: the one given, else the file in the home."""
        return self.log or str(self.home / "log.sqlite")
