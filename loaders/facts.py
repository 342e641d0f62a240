"""The loader of a folder of facts: YAML files in, records out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from trendweave.graph.model import RELATIONSHIPS, Claim, Edge, Place, Record, SourceInfo, Thing

from .folder import Chapter, Statement
from .reader import read_folder

Quote = Callable[[Statement], str | None]
"""Gives the supporting sentence of a statement, from the reader's own copy of the text."""


def records(folder: Path, info: SourceInfo, quote: Quote | None = None) -> Iterator[Record]:
    """Every record of the folder, in the order of its files."""
    found = read_folder(folder, info)
    yield from found.rejects
    said: dict[int, list[Claim]] = defaultdict(list)
    used: dict[int, list[Claim]] = defaultdict(list)
    edges = []
    for chapter in found.chapters:
        yield from _places(chapter, info.id)
        head = Claim(where=f"{chapter.shown} § 0", section=_section(info.id, chapter.key, 0))
        for entry in filter(None, (chapter.trend, chapter.part)):
            said[id(entry)].append(head)
        if chapter.trend and chapter.part:
            edges.append((chapter.trend, "PART_OF", chapter.part, head, chapter.at))
    for s in found.statements:
        section = _section(info.id, s.chapter.key, s.section)
        place = Claim(where=s.claim.where, section=section)
        more = {"section": section, "quote": quote(s) if quote else None}
        claim = s.claim.model_copy(update=more)
        if s.type is not None and s.target is not None:
            edges.append((s.source, s.type, s.target, claim, s.at))
            for entry in (s.source, s.target):
                used[id(entry)].append(place)
            continue
        said[id(s.source)].append(claim.model_copy(update={"role": None}))
        if s.target and s.source.ref.kind in RELATIONSHIPS["EXEMPLIFIES"].sources:
            edges.append((s.source, "EXEMPLIFIES", s.target, claim, s.at))
    for entry in found.entries:
        yield Thing(
            ref=entry.ref,
            name_zh=entry.zh,
            aliases=entry.aliases,
            category=entry.category,
            claims=tuple(said[id(entry)] or used[id(entry)]),
            at=entry.at,
        )
    for source, type_, target, claim, at in edges:
        spelt = claim.model_copy(update={"spelt": (source.ref.name, target.ref.name)})
        yield Edge(source=source.ref, type=type_, target=target.ref, claim=spelt, at=at)


def _section(source: str, chapter: str, number: int) -> str:
    return f"section:{source}/{chapter}/{number}"


def _places(chapter: Chapter, source: str) -> Iterator[Place]:
    title, zh = chapter.title
    number = int(chapter.key) if chapter.key.isdigit() else 0
    id_ = f"document:{source}/{chapter.key}"
    yield Place(label="Document", id=id_, name=title, name_zh=zh, position=number, at=chapter.at)
    for position, (name, name_zh) in chapter.sections.items():
        yield Place(
            label="Section",
            id=_section(source, chapter.key, position),
            name=name,
            name_zh=name_zh,
            position=position,
            at=chapter.at,
        )
