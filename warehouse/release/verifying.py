"""What is wrong with a release: files that were changed, are missing, or do not belong there.

>>> verify(release)
()
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warehouse.release.digests import SUMS, digest_of, read_sums
from warehouse.release.manifest import MANIFEST, Release


@dataclass(frozen=True, slots=True)
class Damage:
    """A file of a release that is not what it should be: `changed`, `missing` or `extra`, and what was seen."""

    path: Path
    kind: str
    detail: str


def verify(release: Release) -> tuple[Damage, ...]:
    """Every file of the release that was changed, is missing, or does not belong there; none when all is well.

    The manifest and `SHA256SUMS` both vouch for the files, and the latter for itself. Against somebody who
    rewrites all of them, `manifest_sha256` in the log has the last word.
    """
    entries = list(release.path.iterdir())
    found = {path.name: digest_of(path) for path in entries if path.is_file()}
    changed = _changed(release, found)
    summed = read_sums(release.path / SUMS)
    names = {*summed, SUMS} if summed else release.manifest.names
    damages = [
        Damage(release.path / name, "changed", detail) for name, detail in changed.items() if name in names
    ]
    damages += [
        Damage(path, "extra", "no file of this release") for path in entries if path.name not in names
    ]
    damages += [Damage(release.path / name, "missing", "the release has it") for name in names - set(found)]
    return tuple(sorted(damages, key=lambda damage: (damage.path.name, damage.kind)))


def _changed(release: Release, found: Mapping[str, str]) -> dict[str, str]:
    """The names of files whose bytes are not the promised ones, with what was seen."""
    summed = read_sums(release.path / SUMS)
    witnesses = [summed or {}]
    if not summed or found.get(MANIFEST) == summed.get(MANIFEST):
        witnesses.append({**release.manifest.promised, MANIFEST: release.manifest_sha256})
    changed = {SUMS: "its last line is not the digest of the others"} if SUMS in found and not summed else {}
    for name, digest in found.items():
        said = {witness[name] for witness in witnesses if name in witness}
        if said - {digest}:
            changed[name] = f"SHA-256 {digest}, expected {' and '.join(sorted(said))}"
    return changed
