"""Which thing a name means: the part of the public API that needs no database."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from trendweave.graph.errors import InputError, UsageError

if TYPE_CHECKING:
    from trendweave.graph.identity import Identified


def identify(
    kind: str,
    name: str,
    *,
    maker: str | None = None,
    date: str | None = None,
    aliases: str | os.PathLike[str] | None = None,
) -> Identified:
    """The id of a thing of that kind and name; needs no database.

    ``maker`` and ``date`` (``2024-08-06``, or less of it) are what its record says of it.
    ``aliases`` is a file of your own judgements. Raises :class:`UsageError` where it is unreadable.
    """
    from trendweave.graph.identity import identify as identify_
    from trendweave.graph.identity import shipped_table

    table = shipped_table(os.fspath(aliases) if aliases else None)
    return identify_(kind, name, context=maker, date=date, table=table)


def senses(
    *words: str,
    maker: str | None = None,
    date: str | None = None,
    aliases: str | os.PathLike[str] | None = None,
) -> list[dict[str, Any]]:
    """What ``[KIND] NAME`` may mean: each sense with kind, id, names, rule and alternatives.

    With a kind there is a sense also for a name never seen, and several for one that several makers
    use; a maker decides. Without, the kinds for which the alias table knows the name; raises
    :class:`UsageError` where it knows none.
    """
    from trendweave.graph import identity

    kind = next((k for k in identity.KINDS if k.casefold() == words[0].casefold()), None)
    if len(words) > 1 and kind is None:
        raise UsageError(f"{words[0]} is no kind: it is one of {', '.join(identity.KINDS)}.")
    if len(words) == 1:
        kind = None
    name = " ".join(words[1:] if kind else words)
    table = identity.shipped_table(os.fspath(aliases) if aliases else None)
    found: list[dict[str, Any]] = []
    for one in [kind] if kind else identity.KINDS:
        known = identity.senses(one, name, table)
        if known and (maker or date):
            known = (identity.identify(one, name, context=maker, date=date, table=table),)
        if kind and not known:
            known = (identity.identify(one, name, context=maker, date=date, table=table),)
        found += [{"kind": one, **sense._asdict()} for sense in known]
    if not found:
        raise UsageError(
            f"The alias table has no “{name}”: say what kind it is, as in "
            f"`trendweave identify Company {name}`."
        )
    return found


def identify_lines(
    lines: Iterable[bytes], *, aliases: str | os.PathLike[str] | None = None
) -> Iterator[dict[str, Any]]:
    """For each line, a JSON object, what the thing is: the object with what was found beside it.

    A line has ``kind`` (a label) and ``name``, and may have ``context`` (who makes it), ``date``
    and ``source``; each may be null. An answer adds ``id``, ``called``, ``called_zh``, ``rule``,
    ``version_of`` and ``alternatives``. Raises :class:`InputError` for a line that is no object.
    """
    from trendweave.graph.identity import identify as identify_
    from trendweave.graph.identity import shipped_table

    table = shipped_table(os.fspath(aliases) if aliases else None)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line.decode("utf-8-sig", "replace"))
        except (ValueError, RecursionError):
            asked = None
        if not isinstance(asked, dict):
            raise InputError(
                f"Line {number} is no JSON object: give one a line, as JSON Lines has."
            )
        kind, name, context, date = (
            _text(asked.get(k)) for k in ("kind", "name", "context", "date")
        )
        found = identify_(kind, name, context=context or None, date=date or None, table=table)
        yield {
            **asked,
            "id": found.id,
            "called": found.name,
            "called_zh": found.name_zh,
            "rule": found.rule,
            "version_of": found.version_of,
            "alternatives": list(found.alternatives),
        }


def _text(value: object) -> str:
    return "" if value is None else str(value)
