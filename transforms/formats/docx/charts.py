"""The data of a chart as a table, and the words of a diagram as lines: both stand in parts of their own.

>>> table_of(root)
[['', 'planned', 'actual'], ['2023', '35', '30'], ['2024', '60', '']]
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from transforms.blocks import Place
from transforms.formats.docx.names import CHART, number
from transforms.formats.lines import Lines

_CHART = CHART.removesuffix("chart")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SERIES, _POINT, _VALUE = _CHART + "ser", _CHART + "pt", _CHART + "v"
_FORMAT = _CHART + "formatCode"
_TITLE, _PLOT = f"{_CHART}chart/{_CHART}title", f"{_CHART}chart/{_CHART}plotArea"
_LABELS, _NUMBERS, _NAME = (
    (f"{_CHART}cat", f"{_CHART}xVal"),
    (f"{_CHART}val", f"{_CHART}yVal"),
    f"{_CHART}tx",
)
MOST = 1_000
"""Points of a series; a chart with more is not printed so that it can be read."""


def write(out: Lines, root: etree._Element, ordinal: int) -> bool:
    """A chart's name and table, or a diagram's lines; whether a table was written, which takes that number."""
    rows = table_of(root)
    for text in [title_of(root)] if rows else lines(root):
        if text:
            out.close()
            out.open("caption" if rows else "plain")
            out.text(text)
    for n, row in enumerate(rows, start=1):
        for k, text in enumerate(row, start=1):
            out.open("cell", place=Place(ordinal, n, k, is_header=n == 1))
            out.text(text)
    out.close()
    return bool(rows)


def words(root: etree._Element) -> Iterator[str]:
    """All that a chart or a diagram says, in its order."""
    yield title_of(root)
    rows = table_of(root)
    for row in rows:
        yield from row
    if not rows:
        yield from lines(root)


def title_of(root: etree._Element) -> str:
    """What a chart is called; "" where it has no name."""
    return " ".join(" ".join(lines(title)) for title in root.iterfind(_TITLE))


def table_of(root: etree._Element) -> list[list[str]]:
    """Series become columns and categories rows, as the file keeps them for a reader without the workbook."""
    series = [each for plot in root.iterfind(_PLOT) for each in plot.iter(_SERIES)]
    columns = [(_name(each), _points(each, _LABELS), _points(each, _NUMBERS)) for each in series]
    labels: dict[int, str] = {}
    for _, said, numbers in columns:
        labels = {**dict.fromkeys(numbers, ""), **said, **labels}
    header = ["", *(name for name, _, _ in columns)]
    rows = [[labels[n], *(numbers.get(n, "") for _, _, numbers in columns)] for n in sorted(labels)]
    return [header, *rows] if rows or any(header) else []


def lines(root: etree._Element) -> Iterator[str]:
    """The paragraphs of a drawing that have words."""
    for paragraph in root.iter(_DRAWING + "p"):
        if text := "".join(each.text or "" for each in paragraph.iter(_DRAWING + "t")).strip():
            yield text


def _name(series: etree._Element) -> str:
    name = series.find(_NAME)
    return "" if name is None else " ".join(each.text or "" for each in name.iter(_VALUE)).strip()


def _points(series: etree._Element, names: tuple[str, ...]) -> dict[int, str]:
    """The points by their place; categories in several levels have one text for each place."""
    found: dict[int, list[str]] = {}
    for name in names:
        code = series.findtext(f"{name}//{_FORMAT}") or ""
        for point in series.iterfind(f"{name}//{_POINT}"):
            if (place := number(point.get("idx"), MOST)) < MOST:
                text = (point.findtext(_VALUE) or "").strip()
                found.setdefault(place, []).append(_shown(text, point.get("formatCode") or code))
    return {place: " ".join(reversed(texts)) for place, texts in found.items()}


def _shown(text: str, code: str) -> str:
    """A number without the noise of its binary form, as a percentage where the chart shows one; other text as it is."""
    try:
        value = float(text)
    except ValueError:
        return text
    return f"{value * 100:.12g}%" if "%" in code else f"{value:.12g}"
