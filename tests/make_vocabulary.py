"""Make the lists of known words from official texts: how words begin, by the number of documents that have them.

    python -m tests.make_vocabulary --corpus ../shared/corpus/akn

Writes `transforms/gazetteer/words_<language>.tsv`; the same files give the same lists. `--measure` writes nothing: it
makes lists from every other file, and prints the share that they know of the files left out, and of the same texts with
their letters scrambled, left out by the fourth, or drawn at random.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from transforms import formats, gazetteer, vocabulary
from transforms.errors import Refusal
from transforms.gazetteer.words import HEAD, WORD_FILES

LARGEST = 58_000
"""Bytes of a list."""
_LANGUAGES = {"E": "en", "F": "fr", "S": "es", "R": "ru", "C": "zh", "A": "ar"}
_FOLDERS = {
    "English": "en",
    "French": "fr",
    "Spanish": "es",
    "Russian": "ru",
    "Chinese": "zh",
    "Arabic": "ar",
}
_LETTER = re.compile(r"[^\W\d_]")


def main() -> None:
    """Write the lists, or measure them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument(
        "--measure", action="store_true", help="print how well lists of half the files know the rest"
    )
    asked = parser.parse_args()
    found = texts(asked.corpus)
    if asked.measure:
        _measure(found)
        return
    folder = Path(gazetteer.__file__).parent
    for language, name in WORD_FILES.items():
        (folder / name).write_text("\n".join((HEAD, *chosen(found[language], language))) + "\n", "utf-8")


def texts(corpus: Path) -> dict[str, list[str]]:
    """The texts of the corpus by language, in the order of their names."""
    found: dict[str, list[str]] = {language: [] for language in WORD_FILES}
    for path in sorted(corpus.rglob("*.xml")):
        language = _FOLDERS.get(path.parent.name) or _LANGUAGES.get(path.stem[-1], "en")
        try:
            layout = formats.lay_out(path.read_bytes(), None, path.name)
        except Refusal:
            continue
        found[language].append("\n".join(block.text for block in layout.blocks))
    return found


def chosen(found: Iterable[str], language: str) -> list[str]:
    """The beginnings that most documents have, as many as a list may hold, in alphabetical order."""
    counts: Counter[str] = Counter()
    for text in found:
        counts.update(set(vocabulary.keys(text, language)))
    kept: list[str] = []
    size = len(HEAD) + 1
    for key, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        size += len(key.encode()) + 1
        if size > LARGEST:
            break
        kept.append(key)
    return sorted(kept)


def _measure(found: dict[str, list[str]]) -> None:
    words = {language: frozenset(chosen(some[::2], language)) for language, some in found.items()}
    chance = random.Random(1)
    print(f"{'':4} known   left out: least  median   scrambled  a fourth dropped  at random")
    for language, some in found.items():
        shares = sorted(vocabulary.share(text, language, words) for text in some[1::2])
        spoilt = (
            re.sub(r"[^\W\d_]+", lambda m: "".join(chance.sample(m[0], len(m[0]))), some[1]),
            _LETTER.sub(lambda m: m[0] if chance.random() > 1 / 4 else "", some[1]),
            _noise(some[1], chance),
        )
        print(
            f"{language:4} {len(words[language]):5} {shares[0]:16.3f} {median(shares):7.3f}"
            + "".join(f"{vocabulary.share(text, language, words):11.3f}" for text in spoilt)
        )


def _noise(text: str, chance: random.Random) -> str:
    """Words of letters of the text's script drawn at random; of all Chinese characters for Chinese."""
    letters = sorted(set(_LETTER.findall(text.lower())))
    is_han = any("\u4e00" <= letter <= "\u9fff" for letter in letters)
    drawn: Sequence[str] = [chr(code) for code in range(0x4E00, 0xA000)] if is_han else letters
    return " ".join("".join(chance.choices(drawn, k=chance.randint(3, 9))) for _ in range(500))


if __name__ == "__main__":
    main()
