"""Check a folder of facts: every record, and every pointer in the reader's own copy of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from trendweave.graph.errors import Finding, InputError
from trendweave.graph.gather import Gatherer
from trendweave.graph.model import Line, Record, SourceInfo

from .facts import Quote, records
from .folder import Folder, Statement
from .pointers import Problem, Span, resolve
from .reader import read_folder
from .text import Chapter as TextChapter
from .text import Text
from .text import read as read_text


class Check(NamedTuple):
    """What was looked at and what was found; ``pointers`` is 0 where no text was given."""

    source: str
    records: int
    pointers: int
    findings: list[Finding]


def check(folder: Path, info: SourceInfo, text: Path | None = None) -> Check:
    """Every finding about a folder of facts. Raises :class:`InputError` for an unreadable text."""
    gathered = Gatherer(info).take(records(folder, info)).result()
    findings = list(gathered.findings)
    held = 0
    if text is not None:
        copy = _copy(text)
        facts = read_folder(folder, info)
        findings += _parts(facts, copy)
        said: dict[tuple[Any, ...], Line] = {}
        for statement in facts.statements:
            found = _resolved(statement, copy)
            if isinstance(found, Problem):
                expected = f"one place in {statement.claim.where} with both ends and the cue"
                findings.append(_finding(statement, "pointer", str(found), expected))
                continue
            held += 1
            first = said.setdefault(_said(statement, found), statement.at)
            if first is not statement.at:
                expected = f"once: see {first.file}:{first.line}"
                findings.append(_finding(statement, "fact", "the same again", expected))
    return Check(info.id, gathered.records, held, findings)


def gathered_check(info: SourceInfo, records: Iterable[Record]) -> Check:
    """Every finding about the records of a source without a text."""
    gathered = Gatherer(info).take(records).result()
    return Check(info.id, gathered.records, 0, gathered.findings)


def _said(statement: Statement, span: Span) -> tuple[Any, ...]:
    """What may be said once: a fact of one place, and that a chapter discusses a thing."""
    ends = (id(statement.source), statement.type, id(statement.target))
    if statement.type is None:
        return (*ends, statement.chapter.key)
    return (*ends, statement.chapter.key, statement.section, span.start, span.end)


def _finding(statement: Statement, field: str, got: str, expected: str) -> Finding:
    at = statement.at
    return Finding(at.file, at.line, statement.about, field, got, expected)


def quoter(text: Path) -> Quote:
    """What gives a statement's supporting sentence in ``text``, or None where it points nowhere.

    Raises :class:`InputError` for an unreadable text.
    """
    copy = _copy(text)

    def quote(statement: Statement) -> str | None:
        found = _resolved(statement, copy)
        return found.quote if isinstance(found, Span) else None

    return quote


def _copy(text: Path) -> Text:
    try:
        return read_text(text)
    except ValueError as error:
        raise InputError(str(error)) from None


def _chapter(copy: Text, key: str) -> TextChapter | None:
    return next((chapter for chapter in copy.chapters if chapter.key == key), None)


def _resolved(statement: Statement, copy: Text) -> Span | Problem:
    """Where a statement points: the end that is the chapter's own trend need not be named."""
    chapter = _chapter(copy, statement.chapter.key)
    if chapter is None or statement.section >= len(chapter.sections):
        return Problem(f"no chapter {statement.chapter.key} with a section {statement.section}")
    own = statement.chapter.trend
    source, target = statement.source, statement.target
    return resolve(
        chapter.sections[statement.section],
        None if source is own else source.forms,
        None if target is None or target is own else target.forms,
        statement.claim.cue,
        spelt_source=statement.spelt.get("source"),
        spelt_target=statement.spelt.get("target"),
    )


def _parts(facts: Folder, copy: Text) -> Iterator[Finding]:
    """A trend is part of what its chapter stands in: the part whose page comes before it."""
    order = [chapter.key for chapter in copy.chapters]
    holding = {
        chapter.key: (chapter.part, chapter.at)
        for chapter in facts.chapters
        if chapter.part and chapter.key in order
    }
    for key, (part, at) in holding.items():
        before = [k for k in order[: order.index(key)] if k.startswith("part-")]
        expected = f"part:{before[-1].removeprefix('part-')}" if before else "no part"
        if part is not None and part.ref.id != expected:
            got = part.ref.id or part.ref.name
            yield Finding(at.file, at.line, f"chapter {key}", "part", got, expected)
