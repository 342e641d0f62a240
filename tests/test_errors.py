"""What a source should not contain: all of it reported at once, nothing written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sources import Folder
from state import state
from trendweave.graph.errors import Finding, InputError

import trendweave


def findings(folder: Folder, tmp_path: Path) -> list[Finding]:
    """What strict loading reports, having made sure that it wrote nothing."""
    with trendweave.open(tmp_path / "db") as graph:
        with pytest.raises(InputError) as raised:
            graph.load(str(folder))
        assert state(graph) == {"nodes": [], "edges": []}
    assert "nothing was written" in str(raised.value)
    assert "--keep-going" in str(raised.value)
    return list(raised.value.findings)


def fact(folder: Folder, *items: Any) -> Folder:
    folder.chapters["1"]["facts"]["1"].append(list(items))
    return folder.write()


@pytest.mark.parametrize(
    ("items", "field", "got", "expected"),
    [
        (["Quasar Works", "BUYS", "Lumen 2", "买"], "type", "BUYS", "one of BUILDS"),
        (
            ["Lumen 2", "BUILDS", "Quasar Works", "造"],
            "source",
            "Lumen 2",
            "a Company or Person under things",
        ),
        (
            ["Company:Quasar Works", "PART_OF", "Product:Gondola", "属"],
            "ends",
            "Company → Product",
            "ends that the relationship allows",
        ),
        (
            ["Quasar Works", "BUILDS", "Nothing Declared", "造"],
            "target",
            "Nothing Declared",
            "a Model or Product or Technique or Benchmark or Dataset or Hardware under things",
        ),
        (
            ["Quasar Works", "BUILDS", "Lumen 2", "造", {"date": "2025-13"}],
            "date",
            "2025-13",
            "String should match",
        ),
        (
            ["Quasar Works", "BUILDS", "Lumen 2", "造", {"certainty": "probable"}],
            "certainty",
            "probable",
            "Input should be 'stated' or 'implied'",
        ),
        (
            ["Quasar Works", "BUILDS", "Lumen 2", "造", {"colour": "red"}],
            "colour",
            "colour",
            "one of certainty",
        ),
        (
            ["Quasar Works", "BUILDS", "Lumen 2", "far too long a cue"],
            "cue",
            "fartoolongacue",
            "at most 8 characters",
        ),
        (["Quasar Works", "BUILDS", "Lumen 2"], "fact", "['Quasar Works'", "[source, TYPE"),
        (
            ["Tidal learning", "CONTRASTS_WITH", "Tidal learning", "别"],
            "ends",
            "Technique → Technique",
            "ends that the relationship allows",
        ),
    ],
)
def test_a_bad_fact_says_where_what_and_what_is_expected(
    folder: Folder, tmp_path: Path, items: list[Any], field: str, got: str, expected: str
) -> None:
    (found,) = findings(fact(folder, *items), tmp_path)
    assert found.file == "chapters/1.yaml"
    assert found.line > 20
    assert found.field == field
    assert found.got.startswith(got)
    assert expected in found.expected
    assert str(found).startswith(f"chapters/1.yaml:{found.line} · ")


def test_the_line_is_the_line_of_the_fact(folder: Folder, tmp_path: Path) -> None:
    fact(folder, "Quasar Works", "BUYS", "Lumen 2", "买")
    lines = (folder.path / "chapters" / "1.yaml").read_text(encoding="utf-8").splitlines()
    (found,) = findings(folder, tmp_path)
    assert lines[found.line - 1].strip() == "- - Quasar Works"
    assert lines[found.line].strip() == "- BUYS"


def test_everything_is_collected(folder: Folder, tmp_path: Path) -> None:
    folder.things["Gizmo"] = {"Sprocket": {}}
    folder.things["Company"]["Quasar-Works"] = {"category": "company"}
    folder.things["Company"]["Adrift"] = {"category": "guild"}
    folder.chapters["2"]["discusses"]["Person"] = {"Ada Tern": ["7", "作者"]}
    fact(folder, "Quasar Works", "BUYS", "Lumen 2", "买")
    found = {(f.record, f.field, f.got) for f in findings(folder, tmp_path)}
    assert found == {
        ("Gizmo", "kind", "Gizmo"),
        ("Quasar-Works", "name", "Company Quasar-Works again"),
        ("Adrift", "category", "guild"),
        ("Adrift", "claims", "none"),
        ("Ada Tern", "section", "7"),
        ("Quasar Works BUYS Lumen 2", "type", "BUYS"),
    }


@pytest.mark.parametrize(
    ("content", "field", "got"),
    [
        (b"", "file", "an empty file"),
        (b"\xff\xfe\x00", "encoding", "byte 0 is not UTF-8"),
        (b"things: [unclosed", "syntax", ""),
        (b"- a list", "file", "no mapping"),
        (b"things:\n  Company:\n    A: {}\n    A: {}\n", "key", "A twice"),
    ],
)
def test_a_bad_file(folder: Folder, tmp_path: Path, content: bytes, field: str, got: str) -> None:
    (folder.path / "things" / "zz.yaml").write_bytes(content)
    found = [f for f in findings(folder, tmp_path) if f.field == field]
    assert found[0].file == "things/zz.yaml"
    assert got in found[0].got


def test_keep_going_writes_the_good_records(folder: Folder, tmp_path: Path) -> None:
    with trendweave.open(tmp_path / "good") as graph:
        graph.load(str(folder))
        good = state(graph)
    fact(folder, "Quasar Works", "BUYS", "Lumen 2", "买")
    with trendweave.open(tmp_path / "db") as graph:
        outcome = graph.load(str(folder), keep_going=True)
        assert outcome.rejected == 1
        assert state(graph) == good


def test_the_command_reports_and_keeps_the_rejects(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import json
    import subprocess
    import sys

    monkeypatch.chdir(tmp_path)
    fact(folder, "Quasar Works", "BUYS", "Lumen 2", "买")
    command = [str(Path(sys.executable).with_name("trendweave")), "load", str(folder)]
    strict = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert strict.returncode == 1
    assert "got BUYS" in strict.stderr
    assert strict.stdout == ""
    kept = subprocess.run(
        [*command, "--keep-going"], capture_output=True, encoding="utf-8", check=False
    )
    assert kept.returncode == 0
    assert "left out 1 record" in kept.stderr
    (reject,) = (tmp_path / "facts-rejects.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(reject)["got"] == "BUYS"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"licence": ""}, "source.yaml · licence"),
        ({"date": "soon"}, "source.yaml · date"),
        ({"id": "Not An Id"}, "source.yaml · id"),
    ],
)
def test_a_source_says_who_it_is_and_on_what_terms(
    folder: Folder, change: dict[str, str], said: str
) -> None:
    folder.source.update(change)
    folder.write()
    with pytest.raises(InputError, match=said):
        trendweave.check(str(folder))


def test_a_folder_without_source_yaml(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"lacks source\.yaml"):
        trendweave.check(str(tmp_path))
