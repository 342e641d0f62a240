"""How wide a text will be at most, and how a name is folded into the lines of a label.

Positions are fixed before any browser has measured anything, so widths come from a model that is
never too narrow for the fonts that pages ask for (DejaVu Sans is the widest of them).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

SIZE: Final = 13.0
SPINE_SIZE: Final = 15.0
_SECOND: Final = 0.84  # the small letters of the second name
_LEADING: Final = 1.3
_BETWEEN: Final = 8.0  # from one name to the other where both stand on one line
_NARROW = frozenset("fijlrtI.,:;'|!()[]- ")
_WIDE = frozenset("mwMWOQGDHNU@%&—…→")
# Overrides and isolates can make a label read as another one; what they wrap stays.
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Label:
    """What one box says: up to two ``lines`` and a ``second`` name in small letters or ``""``."""

    lines: tuple[str, ...]
    size: float = SIZE
    second: str = ""
    beside: bool = False  # the second name stands beside the first, not under it
    bold: bool = False

    @property
    def height(self) -> float:
        """The height of the letters alone."""
        below = _SECOND if self.second and not self.beside else 0
        return self.size * _LEADING * (len(self.lines) + below)


def clean(text: str) -> str:
    """``text`` without what no reader can see: control characters, halves of surrogate pairs."""
    return _BROKEN.sub("\ufffd", _UNSEEN.sub("", text))


def width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """An upper bound of the width of ``text`` in pixels at ``size``."""
    return sum(_em(c) for c in text) * size * (1.08 if bold else 1.0)


@lru_cache(maxsize=8192)
def _em(c: str) -> float:
    if unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(c) in "WF" or ord(c) > 0xFFFF:
        return 1.3 if ord(c) > 0x1F000 else 1.0
    if c in _NARROW:
        return 0.42
    if c in _WIDE:
        return 1.0
    if c.isascii():
        return 0.7 if c.isupper() else 0.64
    return 1.0 if ord(c) > 0x2000 else 0.8


# The same name is tried in many widths, the same width in many arrangements.
@lru_cache(maxsize=4096)
def fold(
    text: str, room: float, size: float = SIZE, *, lines: int = 2, bold: bool = False
) -> tuple[str, ...]:
    """``text`` in at most ``lines`` lines of ``room`` pixels, an ellipsis where it is cut."""
    words = _pieces(" ".join(text.split())[:400])
    folded: list[str] = []
    line = ""
    while words:
        piece = words.pop(0)
        if not line.strip():
            piece = piece.lstrip()
        if width((line + piece).rstrip(), size, bold=bold) <= room:
            line += piece
        elif not line or (len(folded) + 1 == lines and len(piece) > 1):
            # A word longer than the line, or the last line: break inside the word.
            head = _head(piece, room - width(line, size, bold=bold), size, bold)
            if not line and not head:
                head = piece[0]
            line += head
            rest = piece[len(head) :]
            folded.append(line)
            line = ""
            words = [rest, *words] if rest else words
        else:
            folded.append(line)
            line = ""
            words.insert(0, piece)
        if len(folded) == lines and (words or line):
            last = _head(folded[-1].rstrip(), room - width("…", size, bold=bold), size, bold)
            return (*(s.strip() for s in folded[:-1]), last.rstrip() + "…")
    return tuple(s.strip() for s in (*folded, line) if s.strip()) or ("",)


def whole(label: Label, *names: str | None) -> bool:
    """Whether ``label`` says its names without a word broken or anything cut off."""
    words = set(re.split(r"[\s-]+", " ".join(filter(None, names))))
    said = (word for line in label.lines for word in re.split(r"[\s-]+", line))
    return not any(text.endswith("…") for text in (*label.lines, label.second)) and all(
        word in words for word in said if word.isascii()
    )


def _head(text: str, room: float, size: float, bold: bool) -> str:
    total = 0.0
    for i, c in enumerate(text):
        total += width(c, size, bold=bold)
        if total > room:
            while i and (unicodedata.combining(text[i]) or "\u200d" in text[i - 1 : i + 1]):
                i -= 1
            return text[:i]
    return text


def _pieces(text: str) -> list[str]:
    """Where a line may break: before a word, after a hyphen, round every Chinese character."""
    cjk = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
    return re.findall(rf"[{cjk}][,.!?。，、：；）」』》”’·]*|\s*[^\s{cjk}-]*-?", text)[:-1] or [
        text
    ]


def one_line(name: str, name_zh: str | None) -> float:
    """The width of both names beside each other."""
    other = name_zh if name_zh and name_zh != name else ""
    return width(name[:80]) + (width(other[:80]) + _BETWEEN if other else 0)


def labels(
    name: str,
    name_zh: str | None,
    *,
    lang: str,
    room: float,
    size: float = SIZE,
    bold: bool = False,
) -> dict[str, Label]:
    """The labels of a thing by mode ``zh``, ``en``, ``both``; ``lang`` says which name leads.

    A bold one never has the second name beside the first.
    """
    zh = name_zh or name
    lead, other = (zh, name) if lang == "zh" else (name, zh)
    second = fold(other, room, size * _SECOND, lines=1)[0] if other != lead else ""
    beside = bool(second) and not bold and one_line(name, name_zh) * size / SIZE <= room

    def folded(text: str) -> tuple[str, ...]:
        return fold(text, room, size, bold=bold)

    return {
        "zh": Label(folded(zh), size, bold=bold),
        "en": Label(folded(name), size, bold=bold),
        "both": Label(folded(lead), size, second, beside, bold),
    }
