"""The lint of Cypher: what it refuses, what it lets pass, and what it takes for writing."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import needs
import pytest
from lint_cases import PAIRS, READS, SAFE, UNREADABLE, WRITES
from trendweave.queries.lint import Finding, lint, writes

SUITE = needs.SHARED / "cypher-dialect"

NUMBERS: dict[str, int | str] = {
    # What the suite numbers otherwise than the notes, which have nine shapes.
    "8 duration cmp": "duration",
    "9 toInteger": "toInteger",
    "10 pc path var": 8,
    "10b pc path var": 8,
    "R1": "condition",
    "R2": "condition",
    "R2b": "condition",
    "R3": 3,
}
PASSES = {
    "11 return *": "only the order of the columns differs, and each has its name",
    "R4": "the engine itself refuses the date, in a sentence",
}
REFUSED = {
    "R3": "its CASE reads a second new variable: the engine gives no row where Neo4j gives one",
}


def suite(name: str) -> Path:
    return needs.shared(SUITE / name)


def texts(*folders: str) -> dict[str, str]:
    return {
        file.stem: file.read_text("utf-8")
        for folder in folders
        for file in sorted(suite(folder).glob("*.cypher"))
    }


def shapes(text: str) -> set[int | str]:
    return {finding.shape for finding in lint(text)}


def variants() -> list[Any]:
    return [
        pytest.param(shape, wrong, right, id=f"{shape}-{at}")
        for shape, pairs in PAIRS.items()
        for at, (wrong, right) in enumerate(pairs, 1)
    ]


@pytest.mark.parametrize(("shape", "wrong", "right"), variants())
def test_a_wrong_phrasing_is_refused_and_its_right_one_passes(
    shape: int | str, wrong: str, right: str
) -> None:
    assert shapes(wrong) == {shape}
    assert lint(right) == []


def test_each_of_the_nine_shapes_has_variants() -> None:
    assert all(len(PAIRS[number]) >= 4 for number in range(1, 10))


@pytest.mark.parametrize("text", SAFE)
def test_what_only_looks_like_a_shape_passes(text: str) -> None:
    assert lint(text) == []


def test_every_pair_of_the_suite() -> None:
    data = json.loads(suite("silent_differences.json").read_text("utf-8"))
    for pair in data["pairs"]:
        name = pair["shape"]
        found = shapes(pair["wrong"])
        if name in PASSES:
            assert found == set(), PASSES[name]
        else:
            assert found == {NUMBERS.get(name) or int(name.split()[0])}, name
        right = shapes(pair["right"])
        assert right == ({NUMBERS[name]} if name in REFUSED else set()), name


def test_every_query_of_the_suite_passes() -> None:
    """Not one of the 94 has a shape; `e32_shortest_keyword` the engine refuses by itself."""
    found = texts("queries", "extra", "writes")
    assert len(found) == 94
    assert {name: lint(text) for name, text in found.items() if lint(text)} == {}


def test_every_saved_query_passes_and_reads(root: Path) -> None:
    files = sorted((root / "queries").glob("*/*.cypher"))
    assert files
    for file in files:
        text = file.read_text("utf-8")
        assert lint(text) == [], file.name
        assert not writes(text), file.name


@pytest.mark.parametrize(("text", "line", "column"), UNREADABLE)
def test_what_cannot_be_read_is_one_finding_that_says_where(
    text: str, line: int, column: int
) -> None:
    (found,) = lint(text)
    assert (found.shape, found.line) == ("syntax", line)
    assert f"at column {column}:" in found.message
    assert writes(text)


def test_several_statements_are_refused() -> None:
    assert shapes("RETURN 1 AS x; RETURN 2 AS x") == {"statements"}
    assert shapes("MATCH (n) RETURN n;\n// the end\n") == set()
    assert shapes("RETURN ';' AS `;` // ; RETURN 2") == set()
    assert shapes("; RETURN 1") == {"syntax"}


def test_a_finding_has_its_line_and_one_sentence() -> None:
    found = lint(
        "MATCH (a)-[r]->(b)\nMATCH (c {x: r.x})\nWITH c LIMIT 3 WHERE c.x > 1\nRETURN c.id"
    )
    assert [(one.shape, one.line) for one in found] == [(1, 2), (7, 3)]
    assert isinstance(found[0], Finding)
    assert found[0].message == "r is not known in this map yet: compare it in WHERE instead."
    for pairs in PAIRS.values():
        for wrong, _ in pairs:
            for one in lint(wrong):
                assert one.message.endswith(".")
                assert one.message.count(". ") == 0
                assert "{" not in one.message.replace("{ ", "")


@pytest.mark.parametrize("text", READS)
def test_what_reads(text: str) -> None:
    assert not writes(text)


@pytest.mark.parametrize("text", WRITES)
def test_what_writes(text: str) -> None:
    assert writes(text)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN " + " + ".join(["1"] * 3000),
        "MATCH (n) WHERE " + " OR ".join(f"n.x = {at}" for at in range(1000)) + " RETURN n",
        "RETURN " + "NOT " * 3000 + "true",
        "RETURN n" + ".x" * 3000,
        "RETURN " + "[(a {x: " * 30 + "1" + "})]" * 30,
        "RETURN " + "[(a {x: " * 30 + "1" + "})-->()]" * 30,
        "RETURN " + "(a {x: " * 30 + "1" + "})" * 30,
        "RETURN " + "CASE WHEN (" * 15 + "a)-->(b" + ") THEN 1 END" * 15,
        "RETURN '" + "\\'" * 5000,
        "RETURN /*" + "*/ /*" * 3000,
    ],
    ids=lambda text: text[7:24],
)
def test_no_text_takes_long_or_breaks_the_lint(text: str) -> None:
    begun = time.perf_counter()
    lint(text)
    writes(text)
    assert time.perf_counter() - begun < 5
