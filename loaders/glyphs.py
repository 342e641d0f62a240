"""Repair single glyphs and lines of a dumped text, each glyph keeping its raw offset."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

Glyphs: TypeAlias = list[tuple[str, int]]

ENDS = "。！？"
CLOSERS = "”’」』）)》】"
BULLETS = "·•●▪◆"
DROPPED = "\u00ad\u200b\u200c\u200d\ufeff"
SUBSTITUTES = {"⸺": "——", "\ufffd": "…", "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A repaired sentence.

    `raw[start:end]` holds it. `gaps` are the raw ranges inside that belong to something else (a
    page's furniture, an abstract, a title box). `kind` is "text", "heading", "title" (of a boxed
    case or a list's item, the chapter's title and author), "abstract" or "table".
    """

    text: str
    start: int
    end: int
    kind: str = "text"
    gaps: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class Line:
    """A printed line: its repaired glyphs, the empty lines above it, the page it stands on."""

    glyphs: Glyphs
    blank: int
    page: int

    @property
    def text(self) -> str:
        """The line as repaired."""
        return "".join(glyph for glyph, _ in self.glyphs).strip()

    @property
    def width(self) -> int:
        """Its display columns: a Han glyph takes two."""
        return sum(2 if _wide(glyph) else 1 for glyph in self.text)

    @property
    def ended(self) -> bool:
        """Whether a sentence ends with the line."""
        return self.text.rstrip(CLOSERS + BULLETS + '"').endswith(tuple(ENDS))


def _ascii(glyph: str) -> bool:
    return glyph.isascii() and glyph.isalnum()


def _wide(glyph: str) -> bool:
    return unicodedata.east_asian_width(glyph) in "WFA"


def _stretched(line: str) -> bool:
    """Whether a justified line was dumped letter by letter: gaps between Han glyphs show it."""
    return len(re.findall(r"[\u4e00-\u9fff] (?=[\u4e00-\u9fff])", line)) >= 2


def words_of(rows: Sequence[str]) -> set[str]:
    """The Latin words that stand whole in the document: the only dictionary there is."""
    words: set[str] = set()
    hyphen = False
    for row in rows:
        if not row.strip():
            continue
        if not _stretched(row):
            found = re.findall(r"[A-Za-z]+(?!\w*-$)", row.rstrip())
            if hyphen and re.match(r"\s*[A-Za-z]", row):
                found = found[1:]
            words.update(found)
        hyphen = row.rstrip().endswith("-")
    return words


def repair(line: str, start: int, words: set[str]) -> Glyphs:
    """The glyphs of one line: spaces that are not content dropped, glyphs replaced."""
    drop: set[int] = set()
    stretched = _stretched(line)
    for gap in re.finditer(r"\s+", line):
        left, right = line[gap.start() - 1 : gap.start()], line[gap.end() : gap.end() + 1]
        keep = 1
        if not left:
            keep = 0
        elif left and right and _wide(left) and _wide(right):
            keep = 1 if gap.end() - gap.start() > 1 else 0
        elif stretched and right and (_wide(left) or _wide(right)):
            keep = 0
        drop.update(range(gap.start() + keep, gap.end()))
    if stretched:
        drop |= _fragments(line, words)
    glyphs: Glyphs = []
    for at, glyph in enumerate(line):
        if at in drop or glyph in DROPPED:
            continue
        if glyph in "—―" and _ascii(line[at - 1 : at]) and _ascii(line[at + 1 : at + 2]):
            glyph = "-"
        shown = " " if glyph.isspace() else SUBSTITUTES.get(glyph, glyph)
        glyphs.extend((part, start + at) for part in shown)
    return glyphs


def _fragments(line: str, words: set[str]) -> set[int]:
    """The spaces inside Latin words of a stretched line: "A g e n t", "Cur sor"."""
    drop: set[int] = set()
    for run in re.finditer(r"[A-Za-z0-9.-]+(?: [A-Za-z0-9.-]+)+", line):
        pieces = list(re.finditer(r"[A-Za-z0-9.-]+", run.group()))
        first = 0
        while first < len(pieces):
            last = len(pieces) - 1
            while last > first:
                chosen = pieces[first : last + 1]
                joined = "".join(piece.group() for piece in chosen)
                if joined in words or all(len(piece.group()) == 1 for piece in chosen):
                    drop.update(run.start() + piece.end() for piece in chosen[:-1])
                    break
                last -= 1
            first = last + 1
    return drop


def join(lines: Iterable[Line], words: set[str]) -> Glyphs:
    """Join broken lines: words whole, a soft hyphen dropped if the document knows the word."""
    out: Glyphs = []
    for line in lines:
        glyphs = line.glyphs
        if out and glyphs:
            left, right = out[-1][0], glyphs[0][0]
            if left == " " and _wide(right):
                out.pop()
            elif left == "-" and right.isascii() and right.isalpha():
                before = re.search(r"[A-Za-z]+$", "".join(g for g, _ in out[-40:-1]))
                after = re.match(r"[A-Za-z]+", "".join(g for g, _ in glyphs[:40]))
                if before and after and before.group() + after.group() in words:
                    out.pop()
            elif _ascii(right) and (_ascii(left) or left in ":;,.)"):
                before = re.search(r"[A-Za-z]+$", "".join(g for g, _ in out[-40:]))
                after = re.match(r"[A-Za-z]+", "".join(g for g, _ in glyphs[:40]))
                if not (before and after and before.group() + after.group() in words):
                    out.append((" ", glyphs[0][1]))
        out.extend(glyphs)
    return out


def divide(kind: str, glyphs: Glyphs, raw: str) -> list[Sentence]:
    """Divide at the sentence ends; headings, titles and tables stay whole."""
    out: list[Sentence] = []
    start = i = 0
    while i < len(glyphs):
        i += 1
        if kind in ("text", "abstract") and glyphs[i - 1][0] in ENDS:
            while i < len(glyphs) and glyphs[i][0] in ENDS + CLOSERS + BULLETS + '"':
                straight = sum(glyph == '"' for glyph, _ in glyphs[start:i])
                if glyphs[i][0] == '"' and straight % 2 == 0:
                    break
                i += 1
        elif i < len(glyphs):
            continue
        piece = glyphs[start:i]
        while piece and piece[0][0] == " ":
            piece.pop(0)
        while piece and piece[-1][0] == " ":
            piece.pop()
        if piece:
            out.append(_sentence(kind, piece, raw))
        start = i
    return out


def _sentence(kind: str, piece: Glyphs, raw: str) -> Sentence:
    gaps = []
    for (_, left), (_, right) in pairwise(piece):
        between = raw[left + 1 : right]
        # A soft hyphen is the only glyph of its own that a join drops.
        if between.strip(" \t\r\n\f\u3000" + DROPPED) not in ("", "-"):
            first = left + 1 + len(between) - len(between.lstrip())
            gaps.append((first, left + 1 + len(between.rstrip())))
    text = "".join(glyph for glyph, _ in piece)
    return Sentence(text, piece[0][1], piece[-1][1] + 1, kind, tuple(gaps))
