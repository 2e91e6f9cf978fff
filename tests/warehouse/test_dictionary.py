"""The data dictionary says what is declared, no more and no less."""

from __future__ import annotations

from transforms import schema
from warehouse import dictionary
from warehouse.duck import Described


def section(text: str, title: str) -> str:
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_every_table_and_column_is_there_with_its_meaning() -> None:
    """One section a table, one row a column, in the order declared."""
    text = dictionary.render(())

    for table in schema.TABLES.values():
        own = section(text, table.name)
        names = [line.split("`")[1] for line in own.splitlines() if line.startswith("| `")]
        assert table.meaning in own
        assert names == [column.name for column in table.columns]
        assert all(column.meaning.replace("|", r"\|") in own for column in table.columns)


def test_every_type_has_a_name() -> None:
    """No column's type is shown as Arrow spells it."""
    for table in schema.TABLES.values():
        for column in table.columns:
            assert dictionary.type_name(column.type)


def test_closed_lists_keys_and_references_are_shown() -> None:
    """A reader sees what a value may be and where an id leads."""
    text = dictionary.render(())

    assert "One of: `main`, `coref`, `nested`." in section(text, "mentions")
    assert "Refers to `documents.document_id`." in section(text, "paragraphs")
    assert "Key: `document_id`, `ordinal`." in section(text, "paragraphs")


def test_views_and_macros_follow_the_tables() -> None:
    """A bar inside a meaning does not break the row; a macro has no columns."""
    view = Described("pairs", "Two | things.", (("left", "VARCHAR", "This | that."),))
    macro = Described("find", "find(words): what was found.", ())

    text = dictionary.render((view, macro))

    assert r"| `left` | VARCHAR | This \| that. |" in section(text, "pairs (view)")
    assert "find(words): what was found." in section(text, "find (macro)")


def test_every_row_has_as_many_cells_as_its_head() -> None:
    """Whatever a meaning holds, the tables are whole."""
    for block in dictionary.render(()).split("\n\n"):
        lines = [line for line in block.splitlines() if line.startswith("|")]
        assert len({line.replace(r"\|", "").count("|") for line in lines}) <= 1
