"""Cells of catalogues, read: names cleaned, lists split, dates, sizes and countries understood.

What a cell cannot mean is None, never an error: catalogues are written by many hands.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from iso3166 import countries

LONGEST = 300
"""Characters of a name; what is longer is no name."""
_MOST = 400
_FEW = 5
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_PLACEHOLDER = re.compile(
    r"|[-–—?./]+|n/?a|none|null|nil|tbd|unreleased|undisclosed|not (disclosed|available|specified)"
    r"|unk[nw]\w*( .*)?|unspecified.*|various|未知|无|暂无",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://[^\s<>\"]+")
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?[月日]?)?(?:[T ]\d.*)?年?")
_AMOUNT = re.compile(
    r"(\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?) ?([KMBT])?(?: ?(?:parameters|params|FLOPs?)\b.*)?",
    re.IGNORECASE,
)
_SCALE = {"": 1, "K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}
_LEGAL = r"(?:Inc|LLC|Ltd|Limited|Corp|Co|GmbH|AG|PLC|S\.?A\.?S?|B\.?V|N\.?V|Pte|Pty|LLP?)"
# Campuses and seats that stand behind a comma in the name of one organisation.
_PLACES = (
    "Amherst|Ann Arbor|Austin|Berkeley|Boulder|Chapel Hill|College Park|Davis|Irvine|Los Angeles"
    "|Madison|McLean|Merced|Riverside|San Diego|San Francisco|Santa Barbara|Santa Cruz"
    "|Twin Cities|Urbana-Champaign"
)
_STILL_THE_NAME = re.compile(rf",\s+(?:{_LEGAL}\b|(?:{_PLACES})\b)[\s.]*(?:$|[,(]| and )")
_AND = re.compile(r"^and\s+")
_COUNTRIES = {
    "uk": "GB",
    "england": "GB",
    "south korea": "KR",
    "russia": "RU",
    "uae": "AE",
    "vietnam": "VN",
    "iran": "IR",
    "taiwan": "TW",
    "turkey": "TR",
    "中国": "CN",
    "美国": "US",
    "英国": "GB",
    "法国": "FR",
    "德国": "DE",
    "日本": "JP",
    "韩国": "KR",
    "加拿大": "CA",
    "以色列": "IL",
    "新加坡": "SG",
    "印度": "IN",
    "香港": "HK",
    "澳门": "MO",
    "台湾": "TW",
}


def clean(value: Any) -> str:
    """The text of a cell in one line: no stray spaces, line ends or invisible characters."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # A workbook has no other numbers.
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", str(value if value is not None else "")))
    text = re.sub(r"(?<=\w-)\s*\n\s*", "", text)  # A name broken behind its hyphen.
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def name(value: Any) -> str | None:
    """A name; None for a placeholder and for what is too long to be one."""
    text = clean(value)
    return None if len(text) > LONGEST or _PLACEHOLDER.fullmatch(text) else text


def figure(value: Any, unit: str = "") -> str | None:
    """A value to show, with its unit; a long one is cut, a placeholder is None."""
    text = clean(value)
    if _PLACEHOLDER.fullmatch(text):
        return None
    try:
        text = f"{float(text):g}" if math.isfinite(float(text)) else text
    except ValueError:
        text = text if len(text) <= _MOST else f"{text[:_MOST]}…"
    return f"{text} {unit}".strip()


def figures(**values: str | None) -> dict[str, str]:
    """Those that say something; ``_`` in a label is a space."""
    return {label.replace("_", " "): value for label, value in values.items() if value}


def amount(value: Any) -> float | None:
    """A positive number: ``1.8e+24``, ``975000000000.0``, ``70B``, ``1.2T parameters (sparse)``."""
    found = _AMOUNT.fullmatch(clean(value).replace(",", ""))
    if found is None:
        return None
    number = float(found.group(1)) * _SCALE[(found.group(2) or "").upper()]
    return number if 0 < number < math.inf else None


def date(value: Any) -> str | None:
    """A year, month or day as ISO 8601 has it; None for what is none."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    found = _DATE.fullmatch(clean(value))
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join(f"{part:02}" for part in (year, month, day) if part is not None)


def link(value: Any) -> str | None:
    """The first address in a cell."""
    found = _LINK.search(str(value or ""))
    if found is None or len(found.group()) > 2_000:
        return None
    return found.group().rstrip(".,;" if "(" in found.group() else ".,;)")


def country(value: Any) -> str | None:
    """ISO 3166-1 alpha-2 of a country by its name or code; None for several and for none."""
    text = clean(value).casefold()
    return _COUNTRIES.get(text) or _by_words().get(_words(text))


def _words(text: str) -> tuple[str, ...]:
    """Its words in any order: “Korea, Republic of” and “Korea (Republic of)” are one."""
    return tuple(sorted(re.findall(r"\w+", text.casefold())))


@functools.cache
def _by_words() -> dict[tuple[str, ...], str]:
    return {
        _words(form): one.alpha2
        for one in countries
        for form in (one.name, one.apolitical_name, one.alpha2, one.alpha3)
    }


def split(value: Any, *, spaced: bool = False) -> Iterator[str]:
    """The names of a cell that were joined by commas without quoting.

    A comma in brackets never separates; one with a space behind it only where the lists of this
    source are ``spaced``, and not before a legal form or a campus.
    """
    text = str(value or "")
    level, start = 0, 0
    nested = text.count("(") == text.count(")")
    for at, letter in enumerate(text):
        if letter in "()":
            level += {"(": 1, ")": -1}[letter] if nested else 0
        elif letter == "," and level <= 0:
            behind = text[at:]
            if behind[1:2].isspace() and (not spaced or _STILL_THE_NAME.match(behind)):
                continue
            yield from filter(None, [name(_AND.sub("", clean(text[start:at])))])
            start = at + 1
    yield from filter(None, [name(_AND.sub("", clean(text[start:])))])


def organisations(value: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The organisations of a cell, each with its other names: ``A / B`` is one with two."""
    for one in split(value, spaced=True):
        first, *others = (part.strip() for part in one.split(" / "))
        yield first, tuple(others)


def makers(builders: Iterable[str]) -> str | None:
    """Who makes a thing, as context that tells homonyms apart: the first few of its builders."""
    return ", ".join(itertools.islice(builders, _FEW)) or None
