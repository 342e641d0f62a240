"""What can be answered without a database: what a name means, a source's findings, what to ask."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trendweave.graph.errors import UsageError

if TYPE_CHECKING:
    from trendweave.graph.identity import Identified
    from trendweave.graph.measures.catalogue import Measure
    from trendweave.loaders.check import Check
    from trendweave.queries.questions import Question


def identify(kind: str, name: str, *, maker: str | None = None) -> Identified:
    """The id of a thing of that kind and name; needs no database."""
    from trendweave.graph.identity import identify as identify_

    return identify_(kind, name, maker=maker)


def senses(*words: str, maker: str | None = None) -> list[dict[str, Any]]:
    """What ``[KIND] NAME`` may mean: each sense with kind, id, name, name_zh and the rule.

    With a kind there is exactly one sense, also for a name never seen. Without, the kinds for which
    the alias table knows the name; raises :class:`UsageError` where it knows none.
    """
    from trendweave.graph.identity import KINDS, shipped_table
    from trendweave.graph.identity import identify as identify_

    kind = next((k for k in KINDS if k.casefold() == words[0].casefold()), None)
    if len(words) > 1 and kind is None:
        raise UsageError(f"{words[0]} is no kind: it is one of {', '.join(KINDS)}.")
    if len(words) == 1:
        kind = None
    name = " ".join(words[1:] if kind else words)
    table = shipped_table()
    kinds = [kind] if kind else [k for k in KINDS if table.find(k, name)]
    if not kinds:
        raise UsageError(
            f"The alias table has no “{name}”: say what kind it is, as in "
            f"`trendweave identify Company {name}`."
        )
    found = []
    for one in kinds:
        sense = identify_(one, name, maker=maker)
        found.append({"kind": one, **sense._asdict()})
    return found


def check(source: str = "report", *, text: str | os.PathLike[str] | None = None) -> Check:
    """Every finding about a source, without a database; with ``text``, about every pointer too.

    Raises :class:`UsageError` for an unknown source, :class:`InputError` for an unreadable one.
    """
    from trendweave import loaders

    return loaders.find(source).check(Path(text) if text else None)


def saved_queries() -> Iterator[Question]:
    """The questions that are saved, by topic and name."""
    from trendweave.queries.questions import questions

    return questions()


def saved_query(name: str, /, **parameters: str) -> Question:
    """One of them, with the Cypher that asks it with these parameters.

    Raises :class:`UsageError` for an unknown name or parameter.
    """
    from trendweave.queries.questions import question

    return question(name, parameters)


def measures() -> Iterator[Measure]:
    """The measures: name, question, what its figures mean and do not, columns."""
    from trendweave.graph.measures.catalogue import MEASURES

    yield from MEASURES.values()
