"""Which of several things of one name is meant, by who makes it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from .normal import clean, slug
from .organisations import org_key
from .table import AliasTable, Entry, meant

_TRADES = """
robotics robot robots ai technologies technology tech dynamics systems laboratory labs lab group
intelligence motors team inc ltd co corp corporation company research
"""
_TRADE = frozenset(_TRADES.split())


class Identified(NamedTuple):
    """The answer to "which thing is this?", with the rule that decided."""

    id: str
    name: str
    name_zh: str | None
    rule: str
    version_of: str | None = None
    """Of a later release: the id of the undated model."""
    alternatives: tuple[str, ...] = ()
    """Ids of other things of that kind and name."""


def answered(entry: Entry, rule: str, others: tuple[Entry, ...] = ()) -> Identified:
    """The answer that the table gives, with the other things of the name."""
    alternatives = tuple(e.id for e in others if e.id != entry.id)
    return Identified(entry.id, entry.name, entry.name_zh, rule, None, alternatives)


class Makers(NamedTuple):
    """Who makes the thing that a name is asked for, as far as the question says."""

    said: str | None
    """The context as it was given."""
    ids: frozenset[str]
    """The organisations of the table in it."""

    @property
    def suffix(self) -> str:
        """What tells a thing of this maker from another's of the same name."""
        if self.ids:
            return min(self.ids).partition(":")[2]
        return slug(org_key(self.said)) if self.said else ""

    @property
    def core(self) -> str:
        """The name without what any company of the trade may be called."""
        words = clean(self.said or "").split()
        while len(words) > 1 and words[-1].strip(".,") in _TRADE:
            words.pop()
        return org_key(" ".join(words))


def makers(context: str | None, table: AliasTable) -> Makers:
    """The makers that a context names."""
    said = context.strip() if context else None
    return Makers(said or None, table.organisations(said))


class Choice(NamedTuple):
    """One of the senses of a name, or none of them."""

    entry: Entry | None
    senses: tuple[Entry, ...]
    foreign: bool = False
    """Whether the name is some other maker's, whom the table does not know to make such a thing."""


@functools.cache
def _code() -> re.Pattern[str]:
    return re.compile(
        r"[a-z]{1,3}[ -]?\d{1,4}[a-z]{0,2}(?:[ -]?(?:pro|max|ultra|lite|mini|plus|air|edu|[wxs]))?"
    )


def is_code(name: str) -> bool:
    """Whether a name is some letters with a number, which any maker may use: ``S1``, ``GR-2``."""
    return _code().fullmatch(clean(name)) is not None


def choose(senses: Sequence[Entry], who: Makers, table: AliasTable, *, telling: bool) -> Choice:
    """The sense that these makers mean.

    ``telling`` says that the name tells more than a word or a code, so that a wrong maker beside
    it does not make it another thing.
    """
    found = tuple(senses)
    if not found:
        return Choice(None, ())
    if who.ids:
        theirs = [e for e in found if e.maker and table.related(who.ids, e.maker.split("|"))]
        if theirs:
            exact = [e for e in theirs if e.maker and who.ids & set(e.maker.split("|"))]
            return Choice((exact or theirs)[0], found)
    alone = meant(found)
    if alone is None:
        return Choice(None, found, foreign=who.said is not None)
    if who.said is None or alone.maker is None:
        return Choice(alone, found)
    shared = alone.homonym == "yes" or (alone.homonym is not None and len(found) > 1)
    if shared or not telling:
        return Choice(None, found, foreign=True)
    return Choice(alone, found)
