"""A person's judgements on what is one thing: the part of the public API that writes a table."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from trendweave.graph.errors import NotFound, UsageError

if TYPE_CHECKING:
    from trendweave.graph.identity import AliasTable

Target = str | os.PathLike[str] | None


def accept(
    name: str,
    other: str,
    *,
    kind: str | None = None,
    maker: str | None = None,
    other_maker: str | None = None,
    aliases: Target = None,
    db: Target = None,
) -> Path:
    """Judge that two names mean one thing, in your own table; gives its path.

    A name may be an id that the alias table or the database ``db`` knows. ``kind`` is a label, and
    needed where neither an id nor the alias table says it; the makers tell things of one name
    apart. ``aliases`` is the table: by default ``$TRENDWEAVE_ALIASES``, else a file among your
    data. :meth:`Graph.realign` applies it. Raises :class:`UsageError` where the names are of no one
    kind or the judgement contradicts others, :class:`NotFound` for an unknown id.
    """
    return _judge("same", name, other, kind, maker, other_maker, aliases, db)


def reject(
    name: str,
    other: str,
    *,
    kind: str | None = None,
    maker: str | None = None,
    other_maker: str | None = None,
    unsure: bool = False,
    aliases: Target = None,
    db: Target = None,
) -> Path:
    """Judge that two names mean different things, or that nobody can say: see :func:`accept`."""
    verdict: Literal["unsure", "different"] = "unsure" if unsure else "different"
    return _judge(verdict, name, other, kind, maker, other_maker, aliases, db)


def judgements(*, aliases: Target = None) -> list[dict[str, Any]]:
    """Your judgements: what was judged, and the ids that both names have by now.

    Raises :class:`UsageError` where the table cannot be read or contradicts itself.
    """
    from trendweave.graph.identity import identify, shipped_table

    table = shipped_table(_text(aliases), may_be_absent=True)
    return [
        {
            "kind": one.kind,
            "name": one.name,
            "maker": one.context,
            "other": one.other,
            "other_maker": one.other_context,
            "judgement": one.verdict,
            "id": identify(one.kind, one.name, context=one.context, table=table).id,
            "other_id": identify(one.kind, one.other, context=one.other_context, table=table).id,
        }
        for one in table.judgements
    ]


def _judge(
    verdict: Literal["same", "different", "unsure"],
    name: str,
    other: str,
    kind: str | None,
    maker: str | None,
    other_maker: str | None,
    aliases: Target,
    db: Target,
) -> Path:
    from trendweave.graph.identity import Judgement, shipped_table
    from trendweave.graph.identity.judgements import add_judgement, place

    file = place(_text(aliases))
    table = shipped_table(str(file), may_be_absent=True)
    sides = [
        _by_id(said, table, aliases, db) or (None, said, whose)
        for said, whose in ((name, maker), (other, other_maker))
    ]
    kinds = {said for said, _, _ in sides if said} | ({_label(kind)} if kind else set())
    if len(kinds) > 1:
        raise UsageError(f"A {' and a '.join(sorted(kinds))} cannot be one thing: name two alike.")
    (first, whose), (second, others) = ((said, of) for _, said, of in sides)
    judged = kinds.pop() if kinds else _usual_kind(first, second, table)
    add_judgement(file, Judgement(judged, first, whose, second, others, verdict))
    return file


def _text(target: Target) -> str | None:
    return os.fspath(target) if target else None


def _label(kind: str) -> str:
    from trendweave.graph.identity import KINDS, label

    if label(kind) not in KINDS:
        raise UsageError(f"{kind} is no kind: it is one of {', '.join(KINDS)}.")
    return label(kind)


def _usual_kind(name: str, other: str, table: AliasTable) -> str:
    from trendweave.graph.identity import KINDS

    known = [kind for kind in KINDS if table.senses(kind, name) or table.senses(kind, other)]
    if len(known) != 1:
        raise UsageError(
            f"“{name}” and “{other}” may be of any kind: say which with --kind, as in --kind Model."
        )
    return known[0]


def _by_id(
    said: str, table: AliasTable, aliases: Target, db: Target
) -> tuple[str, str, str | None] | None:
    """Kind, name and maker of an id; None for what is a name."""
    from trendweave.graph.identity import KINDS
    from trendweave.graph.references import in_table

    kind = {one.casefold(): one for one in KINDS}.get(said.partition(":")[0])
    if kind is None or not said.partition(":")[2]:
        return None
    words = in_table(said, table)
    if words is None:
        from .api import Graph

        with Graph(db, aliases=aliases) as graph:
            words = graph.words(said)
    if words is None:
        raise NotFound(f"Nothing has the id {said}, or no name says it: give the name instead.")
    return kind, *words
