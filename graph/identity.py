"""Which thing a name means: a pure function of kind, name and context.

It knows the alias table of the project and nothing of what is loaded, so the order of loading
never matters. Two names are one thing when their keys are equal or the table says so; never
because they look alike.
"""

from __future__ import annotations

import csv
import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import NamedTuple

from .wording import KINDS_ZH

KINDS = tuple(KINDS_ZH)
"""The kinds of things: the labels of their nodes."""

_QUOTES = "\"'`´“”‘’„«»‹›「」『』《》〈〉"
_IGNORED = re.compile(
    rf"[\s\-_‐-―−·•・{re.escape(_QUOTES)}\u200b-\u200f\u202a-\u202e\u2060\ufeff]+"
)
_WORD_EDGE = re.compile(r"(?<=[^\W\d_]{2})(?=\d)|(?<=\d)(?=[^\W\d_]{3,})")
_NOT_IN_SLUG = re.compile(r"[^\w.+\-]+")


class Entry(NamedTuple):
    """A row of the alias table: one thing and its names."""

    id: str
    name: str
    name_zh: str | None
    aliases: tuple[str, ...]
    maker: str | None
    """Id of the company whose name may stand in front."""
    reason: str
    country: str | None = None
    """Of an organisation: where it is based, as ISO 3166-1 alpha-2."""


class Identified(NamedTuple):
    """The answer to "which thing is this?", with the rule that decided."""

    id: str
    name: str
    name_zh: str | None
    rule: str


def key(name: str) -> str:
    """What of a name counts: not its spaces, hyphens, case, width or quotation marks.

    Between two digits a separator is kept, so that ``Llama 3 70B`` is not ``Llama 370B``.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    parts = [part for part in _IGNORED.split(folded) if part]
    joined = ""
    for part in parts:
        between = "-" if joined[-1:].isdigit() and part[0].isdigit() else ""
        joined += between + part
    return joined


def lookup(name: str) -> str:
    """Under what a name is found in the index: like :func:`key`, with no separator at all.

    Cypher can say this too, so that a saved query works where only text can be typed.
    """
    return key(name).replace("-", "")


def slug(name: str) -> str:
    """The readable half of the id of a name that the table does not know.

    It depends on :func:`key` alone, so that two spellings of one name give one id.
    """
    words = _WORD_EDGE.sub("-", key(name))
    return _NOT_IN_SLUG.sub("-", words).strip("-.") or "unnamed"


class AliasTable:
    """The curated names of the field: a thing of each kind by the key of any of its names."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: dict[str, Entry] = {}
        self._by_key: dict[tuple[str, str], str] = {}
        for entry in entries:
            self.entries[entry.id] = entry
            kind = entry.id.partition(":")[0]
            for form in (entry.name, entry.name_zh or "", *entry.aliases):
                if form:
                    held = self._by_key.setdefault((kind, key(form)), entry.id)
                    if held != entry.id:
                        raise ValueError(
                            f"the alias table gives “{form}” to both {held} and {entry.id}"
                        )

    def find(self, kind: str, name: str) -> Entry | None:
        """The entry of that kind and name, in any spelling."""
        return self.of_key(kind, key(name))

    def of_key(self, kind: str, key_: str) -> Entry | None:
        """The entry of that kind under a key."""
        found = self._by_key.get((kind.lower(), key_))
        return self.entries[found] if found else None

    def __len__(self) -> int:
        return len(self.entries)


def parse_table(rows: Iterable[Mapping[str, str]]) -> AliasTable:
    """A table from rows: id, name, name_zh, aliases (by ``|``), maker (an id), country, reason."""
    return AliasTable(
        Entry(
            id=row["id"],
            name=row["name"],
            name_zh=row["name_zh"] or None,
            aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
            maker=row["maker"] or None,
            country=row["country"] or None,
            reason=row["reason"],
        )
        for row in rows
    )


@functools.cache
def shipped_table() -> AliasTable:
    """The alias table that travels with the project."""
    text = files(__package__).joinpath("aliases.csv").read_text(encoding="utf-8")
    return parse_table(csv.DictReader(text.splitlines()))


def identify(
    kind: str,
    name: str,
    *,
    maker: str | None = None,
    declared: str | None = None,
    table: AliasTable | None = None,
) -> Identified:
    """The one id of a thing of ``kind`` called ``name``.

    ``declared`` is the source's own id (trends and parts have one) and decides at once. Then
    the table, as the name stands; then without its maker in front (``Tesla Optimus``,
    ``腾讯元器``); else the id is made from the name.
    """
    table = shipped_table() if table is None else table
    if declared is not None:
        entry = table.entries.get(declared)
        return Identified(declared, name, entry.name_zh if entry else None, "declared")
    entry = table.find(kind, name)
    if entry is not None:
        return Identified(entry.id, entry.name, entry.name_zh, "alias table")
    bare = _without_maker(kind, name, maker, table)
    if bare is not None:
        return Identified(bare.id, bare.name, bare.name_zh, "alias table, without the maker")
    return Identified(f"{kind.lower()}:{slug(name)}", name.strip(), None, "from the name")


def _without_maker(kind: str, name: str, maker: str | None, table: AliasTable) -> Entry | None:
    """Only a maker that the table knows, in front of a name that the table knows, is taken off."""
    if kind in {"Company", "Person", "Industry"}:
        return None
    whole = key(name)
    for cut in range(1, len(whole)):
        company = table.of_key("Company", whole[:cut])
        if company is None or (maker and table.find("Company", maker) not in (None, company)):
            continue
        entry = table.of_key(kind, whole[cut:].lstrip("-"))
        if entry is not None and entry.maker == company.id:
            return entry
    return None
