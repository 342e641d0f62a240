"""The shipped report: every pointer holds in the text, and a wrong one is noticed."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import needs
import pytest
from trendweave.graph.errors import InputError
from trendweave.loaders import check as checking
from trendweave.loaders.folder import Folder, Statement, source_info
from trendweave.loaders.pointers import Problem, Span
from trendweave.loaders.reader import read_folder
from trendweave.loaders.text import Text
from trendweave.loaders.text import read as read_text

import trendweave

Change = Callable[[Statement, random.Random], Statement]


@pytest.fixture(scope="module")
def text() -> Text:
    return read_text(needs.shared())


@pytest.fixture(scope="module")
def facts(root: Path) -> Folder:
    folder = root / "loaders" / "report"
    return read_folder(folder, source_info(folder))


def test_the_check_finds_nothing(facts: Folder) -> None:
    result = trendweave.check("report", text=needs.shared())
    assert [str(finding) for finding in result.findings] == []
    assert result.pointers == len(facts.statements)


def noticed(facts: Folder, text: Text, change: Change, seed: int, rounds: int) -> int:
    """How many of ``rounds`` single changes the check would report."""
    rng = random.Random(seed)
    said = {
        checking._said(statement, span)
        for statement in facts.statements
        if isinstance(span := checking._resolved(statement, text), Span)
    }
    seen = 0
    for _ in range(rounds):
        wrong = change(rng.choice(facts.statements), rng)
        found = checking._resolved(wrong, text)
        seen += isinstance(found, Problem) or checking._said(wrong, found) in said
    return seen


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_fact_shifted_to_another_section_is_noticed(facts: Folder, text: Text, seed: int) -> None:
    def shift(statement: Statement, rng: random.Random) -> Statement:
        others = [s for s in statement.chapter.sections if s != statement.section]
        return statement._replace(section=rng.choice(others or [99]))

    assert noticed(facts, text, shift, seed, 100) >= 95


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_swapped_end_is_noticed(facts: Folder, text: Text, seed: int) -> None:
    def swap(statement: Statement, rng: random.Random) -> Statement:
        side = "target" if statement.type and rng.random() < 0.5 else "source"
        end = getattr(statement, side)
        same = [e for e in facts.entries if e.ref.kind == end.ref.kind and e is not end]
        if not same:
            return statement._replace(section=99)
        return statement._replace(**{side: rng.choice(same)})

    assert noticed(facts, text, swap, seed, 100) >= 95


def test_a_copy_of_the_text_adds_the_sentences_and_nothing_else(tmp_path: Path) -> None:
    exports = {}
    for name, text in (("with", needs.shared()), ("without", None)):
        with trendweave.open(tmp_path / name) as graph:
            graph.load("report", text=text)
            file = graph.export(str(tmp_path / f"{name}.json"))
            exports[name] = file.read_bytes()
            quoted = graph.who_builds("Deep Research", quotes=True)["answers"][0]["builders"][0]
            plain = graph.who_builds("Deep Research")["answers"][0]["builders"][0]
            assert all("quote" not in e for e in plain["evidence"])
            assert any("quote" in e for e in quoted["evidence"]) is (name == "with")
            whole = graph.export(str(tmp_path / f"{name}-quotes.json"), quotes=True)
            if name == "with":
                quote = quoted["evidence"][0]["quote"]
                assert "Deep Research" in quote
                assert quote in whole.read_text(encoding="utf-8")
                assert quote not in file.read_text(encoding="utf-8")
    assert exports["with"] == exports["without"]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b"\xff\xfe", "is not UTF-8"), (None, "cannot be read")],
)
def test_an_unreadable_text(tmp_path: Path, content: bytes | None, said: str) -> None:
    file = tmp_path / "text.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InputError, match=said):
        trendweave.check("report", text=file)
