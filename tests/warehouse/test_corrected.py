"""The view that puts each correction beside the paragraph it corrects."""

from pathlib import Path

import pyarrow as pa

from tests.warehouse.tables import small
from tests.warehouse.test_duck import built, rows
from transforms.schema import TABLES

ORDER = {
    "document_id": "A/999/1@en", "ordinal": 1, "paragraph_id": "A/999/1@en#para_1", "corrected_symbol": "A/999/2", "place": "Paragraph 2",
    "label": "2", "action": "replace", "instruction": "For", "old_text": "Arctic", "new_text": "Antarctic",
}  # fmt: skip


def with_orders(*orders: dict[str, object]) -> dict[str, pa.Table]:
    return {**small(), "corrections": pa.Table.from_pylist(list(orders), schema=TABLES["corrections"].arrow)}


def test_a_correction_stands_beside_its_paragraph(tmp_path: Path) -> None:
    """The paragraph of the corrected document, in the corrigendum's language, and whether it quotes the words."""
    path = built(with_orders(ORDER), tmp_path / "unfold.duckdb")

    (row,) = rows(path, "FROM corrected")

    assert (row["paragraph_id"], row["corrigendum_id"]) == ("A/999/2@en#para_2", "A/999/1@en")
    assert row["is_quoted"] is ("Arctic" in row["text"])


def test_a_correction_of_what_is_not_held_stands_alone(tmp_path: Path) -> None:
    """It is not lost where the document, or one paragraph of it, is unknown."""
    orders = (ORDER | {"corrected_symbol": "A/999/77"}, ORDER | {"ordinal": 2, "label": None})
    path = built(with_orders(*orders), tmp_path / "unfold.duckdb")

    assert [row["paragraph_id"] for row in rows(path, "FROM corrected")] == [None, None]
