"""Settings: the only reader of the environment. Everything else is told.

>>> Settings(home=Path("data")).log_url
'data/log.sqlite'
"""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


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
    read_memory: int = Field(
        default=8 * 1024**3, ge=1024**3, description="Bytes of address space one reading process may take."
    )

    @property
    def log_url(self) -> str:
        """Address of the log: the one given, else the file in the home."""
        return self.log or str(self.home / "log.sqlite")
