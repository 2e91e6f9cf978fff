"""The same steps as Prefect flows: what Prefect adds, and that its settings say one thing."""

# ruff: noqa: PLC0415 - Prefect takes seconds to import, and only some tests need it
from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


def leaves(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from leaves(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def test_prefect_is_set_alike_for_its_own_commands_and_for_ours() -> None:
    """pyproject.toml and flows/orchestrate.py give Prefect the same settings."""
    from flows.orchestrate import DEFAULTS

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert dict(leaves(project["tool"]["prefect"])) == DEFAULTS


def test_every_deployment_names_a_flow_and_only_its_parameters() -> None:
    """prefect.yaml deploys the four flows, each with a description, tags and parameters that the flow takes."""
    from flows.orchestrate import FLOWS

    deployments = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]

    assert {each["name"] for each in deployments} == set(FLOWS)
    for each in deployments:
        flow: Any = FLOWS[each["name"]]
        assert each["entrypoint"] == f"flows/orchestrate.py:{each['name']}"
        assert each["description"]
        assert "unfold" in each["tags"]
        assert set(each["parameters"]) <= set(flow.parameters.properties)
    assert [each["name"] for each in deployments if each.get("schedules")] == ["pipeline"]


@pytest.mark.usefixtures("prefect_server")
def test_a_flow_makes_a_release_and_an_artifact_to_read(tmp_path: Path) -> None:
    """The pipeline as a flow publishes the folder, and leaves Markdown that tells of refusals and the release."""
    from prefect.artifacts import Artifact

    from flows import orchestrate
    from flows.progress import silent
    from tests.flows.fakes import report

    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "A_999_1-EN.txt").write_bytes(report("A/999/1", "The gauges were lent.", "They came back."))
    (texts / "empty <script>.txt").write_bytes(b"")

    done = orchestrate.call("pipeline", silent, home=str(tmp_path / "home"), source=str(texts))

    artifact: Any = Artifact.get("unfold-run")
    assert done.outcome == "completed"
    assert done.published is not None
    assert done.published.version in artifact.data
    assert "&lt;script&gt;" in artifact.data
    assert "<script>" not in artifact.data


def test_no_module_of_the_shell_hides_one_of_python_or_of_a_library() -> None:
    """Prefect puts the folder of a deployed flow first on the path: a `flows/requests.py` would be everyone's `requests`."""
    import sys
    from importlib.metadata import packages_distributions

    names = {path.stem for path in (ROOT / "flows").iterdir() if not path.name.startswith("_")}

    assert names & (set(sys.stdlib_module_names) | set(packages_distributions())) == set()
