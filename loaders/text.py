"""Repair the text dumped from a report's PDF and give its structure.

`read` returns chapters, sections and sentences. Every sentence knows where it stands in the raw
file: each repaired glyph carries the offset of the glyph that it came from, through every
substitution. The rules look at widths, gaps and page edges, never at what a report says.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .glyphs import (
    BULLETS,
    DROPPED,
    ENDS,
    Glyphs,
    Line,
    Sentence,
    divide,
    join,
    repair,
    words_of,
)

__all__ = ["Chapter", "Section", "Sentence", "Text", "parse", "read"]

AUTHOR = re.compile(r"^(?:作者|撰稿人?|执笔|Author)\s*[:：]\s*(.+)$")
PART = re.compile(r"^(?:Part|PART)\s*(?:[IVX\d]+|[Ⅰ-Ⅻ])$")
PREFACE = re.compile(r"^(?:PREFACE|Preface|FOREWORD|Foreword|序言|前言)\s*\d*$")
ABSTRACT = re.compile(r"^(?:摘要|内容提要|Abstract)$")
FOOTER = re.compile(r"^\d{1,3}(?:[^\d\s.、，。；][^，。；]*)?$")
LABEL = re.compile(r"^(?!例如|比如|譬如|其中|首先|其次)([^：:，。]{2,8})：.")
STOPS = ENDS + "，、：；,;:"
SHORT = 9  # columns by which a heading is shorter than the text; an indent takes only 4
WIDE = 1.15  # an abstract's lines are at least this much wider than the column's
TABLE = 6  # so many short lines together are cells, not paragraph ends and headings


@dataclass(frozen=True, slots=True)
class Section:
    """A section: 0 is the opening, the headed ones count from 1 and begin with their heading."""

    number: int
    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: "preface-1" …, "part-1" …, or "1" …, with its sections in order."""

    key: str
    title: str
    author: str | None
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """The whole report: the raw text, as read, and its chapters in order."""

    raw: str
    chapters: tuple[Chapter, ...]

    def chapter(self, key: str) -> Chapter:
        """The chapter of that key. Raises KeyError."""
        for chapter in self.chapters:
            if chapter.key == key:
                return chapter
        raise KeyError(key)


def read(path: str | Path) -> Text:
    """Read a report's dumped text (UTF-8).

    Raises ValueError, in one sentence, when the file is missing, empty or not UTF-8.
    """
    try:
        raw = Path(path).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8.") from None
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror or error}.") from None
    if not raw.strip(" \t\r\n\ufeff"):
        raise ValueError(f"{path} is empty: give the report's text.")
    return parse(raw)


def parse(raw: str) -> Text:
    """Repair and divide a text that is already in memory."""
    words = words_of(raw.split("\n"))
    counts: Counter[str] = Counter()
    chapters = []
    for kind, lines in _starts(_pages(raw, words)):
        counts[kind] += 1
        key = str(counts[kind]) if kind == "trend" else f"{kind}-{counts[kind]}"
        chapters.append(_chapter(key, kind, lines, words, raw))
    return Text(raw, tuple(chapters))


def _pages(raw: str, words: set[str]) -> list[list[Line]]:
    """The lines of each page, without its running furniture.

    A page begins at a line with a leading space, at a form feed, or after two empty lines; what
    begins with a page number right before that is furniture.
    """
    pages: list[list[Line]] = []
    at = blank = 0
    for row in raw.split("\n"):
        start, at = at, at + len(row) + 1
        if not row.strip(" \t\r\f\u3000" + DROPPED):
            blank += 1
            continue
        if not pages or row[0] in " \f" or blank >= 2:
            if pages and blank >= 2 and FOOTER.match(pages[-1][-1].text):
                pages[-1].pop()
            pages.append([])
        pages[-1].append(Line(repair(row.rstrip("\r"), start, words), blank, len(pages)))
        blank = 0
    return [page for page in pages if page]


def _starts(pages: Sequence[list[Line]]) -> Iterator[tuple[str, list[Line]]]:
    """Each chapter's kind and lines; pages before the first chapter are covers."""
    kind, lines = "", list[Line]()
    for page in pages:
        for found, pattern in (("trend", AUTHOR), ("part", PART), ("preface", PREFACE)):
            if any(pattern.match(line.text) for line in page):
                if kind:
                    yield kind, lines
                kind, lines = found, []
                break
        lines.extend(page)
    if kind:
        yield kind, lines


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand right under one another; body lines have empty ones between."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and not line.blank and line.page == blocks[-1][-1].page:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _opening(kind: str, lines: list[Line]) -> tuple[list[Line], list[Line], str | None, list[Line]]:
    """Title lines, author lines, the author's name, and the rest."""
    page = lines[0].page
    if kind == "preface":  # a leaf may carry nothing but the word
        page = next((line.page for line in lines if not PREFACE.match(line.text)), page)
    first = [line for line in lines if line.page <= page]
    title: list[Line] = []
    by: list[Line] = []
    author = None
    blocks = _blocks(first)
    if kind == "trend":
        block = next(b for b in blocks if any(AUTHOR.match(line.text) for line in b))
        row = next(i for i, line in enumerate(block) if AUTHOR.match(line.text))
        title, by = block[:row] or first[: first.index(block[0])], block[row : row + 1]
        found = AUTHOR.match(by[0].text)
        author = found.group(1).strip() if found else None
        # The trend's number is set in large glyphs beside the title.
        furniture = [line for line in first if len(line.text) <= 4]
    elif kind == "part":
        row = next(i for i, line in enumerate(first) if PART.match(line.text))
        title, furniture = first[:row], first[row : row + 1]
    else:
        furniture = [line for line in first if PREFACE.match(line.text)]
        boxes = [b for b in blocks if len(b) > 1 and not any(line in furniture for line in b)]
        if boxes:
            by = boxes[-1]
            author = by[0].text
            above = blocks[: blocks.index(by)]
            title = boxes[-2] if len(boxes) > 1 else (above[-1] if above else [])
    taken = {id(line) for line in (*title, *by, *furniture)}
    return title, by, author, [line for line in lines if id(line) not in taken]


def _abstract(lines: list[Line], column: float) -> tuple[list[Line], list[Line]]:
    """Take the abstract out: the wide lines right above its label, which the dump puts last."""
    label = next((i for i, line in enumerate(lines) if ABSTRACT.match(line.text)), None)
    if label is None:
        return [], lines
    top = label
    while top and lines[top - 1].page == lines[label].page:
        wide = lines[top - 1].width > column * WIDE
        # The last line of a paragraph may be short.
        tail = lines[top - 1].ended and top > 1 and lines[top - 2].width > column * WIDE
        if not wide and not tail:
            break
        top -= 1
    return lines[top:label], lines[:top] + lines[label + 1 :]


def _table(lines: Sequence[Line], column: float) -> set[int]:
    """Places of the lines that are a flattened table's cells."""
    found: set[int] = set()
    run: list[int] = []
    for i, line in enumerate(lines):
        new = line.page != lines[i - 1].page
        short = line.width <= column - SHORT
        starts = run or i == 0 or lines[i - 1].ended or lines[i - 1].width <= column - SHORT
        if new or not short:
            found |= set(run) if len(run) >= TABLE else set()
            run = []
        if short and starts:
            run.append(i)
    return found | (set(run) if len(run) >= TABLE else set())


def _kinds(lines: Sequence[Line], column: float) -> list[tuple[str, list[Line]]]:
    """Group a chapter's lines into headings, titles, tables and paragraphs, in order."""
    cells = _table(lines, column)
    labels = Counter(
        match.group(1)
        for i, line in enumerate(lines)
        if (i == 0 or lines[i - 1].ended) and (match := LABEL.match(line.text))
    )
    groups: list[tuple[str, list[Line]]] = []
    i = 0
    fresh = True  # nothing is being said: a heading or a paragraph may begin
    while i < len(lines):
        line = lines[i]
        after = lines[i + 1] if i + 1 < len(lines) else None
        label = LABEL.match(line.text)
        paired = after is not None and not after.blank and after.page == line.page
        short = line.width <= column - SHORT and not line.text.endswith(tuple(STOPS))
        take, kind = 1, "text"
        if i in cells:
            kind = "table"
        elif fresh and label and labels[label.group(1)] > 1 and line.text[-1] not in STOPS:
            # A label that comes again names boxes of one sort, so it divides no chapter.
            kind = "title"
            wraps = line.width > column - SHORT
            if wraps and after and after.width <= column - SHORT and not after.ended:
                take = 2
        elif fresh and after and paired:
            kind = "heading"
            while i + take < len(lines) and not lines[i + take].blank:
                if lines[i + take].page != line.page:
                    break
                take += 1
        elif fresh and short and not line.text.startswith(tuple(BULLETS)):
            kind = "heading"
        taken = list(lines[i : i + take])
        begins = kind != "text" or line.text.startswith(tuple(BULLETS))
        if groups and groups[-1][0] == kind and (kind == "table" or not begins):
            groups[-1][1].extend(taken)
        else:
            groups.append((kind, taken))
        lead = kind == "text" and line.text.endswith("：") and line.width <= column - SHORT + 2
        fresh = kind != "text" or line.ended or lead
        if lead:
            groups.append(("text", []))
        i += take
    return [(kind, taken) for kind, taken in groups if taken]


def _chapter(key: str, kind: str, lines: list[Line], words: set[str], raw: str) -> Chapter:
    title, by, author, rest = _opening(kind, lines)
    column = statistics.median(line.width for line in rest) if rest else 0
    abstract, rest = _abstract(rest, column)
    groups = _kinds(rest, column) if kind == "trend" else [("text", rest)]

    def said(sort: str, group: list[Line], apart: bool = False) -> list[Sentence]:
        rows = [[line] for line in group] if apart or sort == "table" else [group]
        glyphs: Glyphs = []
        for row in rows:
            glyphs += [(" ", glyphs[-1][1])] if glyphs and glyphs[-1][0] != " " else []
            glyphs += join(row, words)
        return divide(sort, glyphs, raw)

    # An author's name stands over the offices held.
    opening = [*said("title", title), *said("title", by, True), *said("abstract", abstract)]
    name = opening[0].text if title else key
    sections = [(name, opening)]
    for sort, group in groups:
        found = said(sort, group)
        if sort == "heading":
            sections.append((found[0].text, []))
        sections[-1][1].extend(found)
    numbered = (Section(i, head, tuple(all_)) for i, (head, all_) in enumerate(sections))
    return Chapter(key, name, author, tuple(numbered))
