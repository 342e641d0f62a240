"""What runs added, dropped and altered of what their sources say: one of them, or several as one.

History is the journal's; it decides nothing in the graph. What was added and dropped again between
two states does not show, and nothing that is proposed here is merged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from trendweave.graph import journal
from trendweave.graph.database import Database
from trendweave.graph.errors import NotFound
from trendweave.graph.said import Said
from trendweave.graph.wording import KINDS_ZH, READS, Entity

from . import library
from .history import Change, Changes, Relationship, Run
from .renames import perhaps_renamed

_VERBS = ("renamed", "dropped", "added", "altered")
"""What can have happened to what a source says, in the order in which it is told."""

_KINDS = {label.lower(): label for label in KINDS_ZH}
_ORDER = {name: place for place, name in enumerate((*KINDS_ZH, *READS))}
_AT_ONCE = 10_000
Logged = dict[str, Any]


def runs(database: Database) -> list[Run]:
    """All runs, the first first."""
    return [_run(number, one) for number, one in enumerate(journal.runs(database), 1)]


def changes(
    database: Database,
    run: int | None = None,
    until: int | None = None,
    *,
    source: str | None = None,
) -> Changes:
    """What ``run`` changed, by default the last that changed anything; or all from it ``until``.

    Raises :class:`NotFound` where there is no such run, or what it changed was not kept.
    """
    known = journal.runs(database)
    sources = sorted({one.source for one in known})
    if source is not None and source not in sources:
        raise NotFound(f"No run was about {source}.", sources)
    numbered = [(n, r) for n, r in enumerate(known, 1) if source in (None, r.source)]
    if run is None:
        wrote = [number for number, one in numbered if one.batches or _lost(one)]
        if not wrote:
            raise NotFound("Nothing was ever loaded here: run `trendweave load` first.")
        run = wrote[-1]
    for number in (run, until):
        if number is not None and not (until is None) <= number <= len(known):
            raise NotFound(f"There is no run {number}: they are numbered from 1 to {len(known)}.")
    start, end = (run - 1, run) if until is None else (run, until)
    first, last = sorted((start, end))
    between = [(number, one) for number, one in numbered if first < number <= last]
    if lost := [number for number, one in between if _lost(one)]:
        raise NotFound(
            f"What run {lost[-1]} changed was not kept by the release that wrote it: ask for what "
            "came later."
        )
    logged = [(one, journal.changes(database, one)) for _, one in between]
    net = _net(logged)
    if end < start:
        net = [{**c, "before": c["after"], "after": c["before"]} for c in net]
    later = [one for number, one in enumerate(known, 1) if number > last]
    named = _Named(database, logged, later)
    told = sorted((_told(change, named) for change in net), key=_order)
    return {
        "start": start,
        "end": end,
        "runs": [_run(number, one) for number, one in between],
        "counts": _counts(told),
        "changes": told,
        "perhaps_renamed": list(perhaps_renamed(told)),
    }


def _lost(run: journal.Run) -> bool:
    return run.batches is None and bool(run.added or run.changed or run.removed)


def _run(number: int, run: journal.Run) -> Run:
    return {
        "number": number,
        "source": run.source,
        "verb": run.verb,
        "started": _time(run.started),
        "finished": None if run.finished is None else _time(run.finished),
        "added": run.added,
        "changed": run.changed,
        "removed": run.removed,
        "kept": not _lost(run),
    }


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(int(seconds), UTC).isoformat().replace("+00:00", "Z")


# several runs as one -----------------------------------------------------------------


def _net(logged: Iterable[tuple[journal.Run, Sequence[Logged]]]) -> list[Logged]:
    """From the first state of each thing and relationship of a source to the last."""
    net: dict[tuple[str, ...], Logged] = {}
    for run, changes_ in logged:
        for change in changes_:
            what = (run.source, *_about(change))
            before = net.get(what)
            if before is None:
                net[what] = {**change, "by": run.source}
            else:
                net[what] = {**before, **change, "before": before["before"]}
    return [change for change in net.values() if change["before"] != change["after"]]


def _about(change: Logged) -> tuple[str, ...]:
    if "id" in change:
        return (change["id"],)
    return change["source"], change["type"], change["target"]


# telling ------------------------------------------------------------------------------


class _Named:
    """What things are called: as a run put it down, else as the graph has it now."""

    def __init__(
        self,
        database: Database,
        logged: Iterable[tuple[journal.Run, Sequence[Logged]]],
        later: Iterable[journal.Run],
    ) -> None:
        self._known: dict[str, Entity] = {}
        missing: set[str] = set()
        for _, changes_ in logged:
            self._note(changes_)
            missing |= {c[end] for c in changes_ if "type" in c for end in ("source", "target")}
        wanted = sorted(missing - self._known.keys())
        for place in range(0, len(wanted), _AT_ONCE):
            part = wanted[place : place + _AT_ONCE]
            for row in library.run(database, "these-things", ids=part):
                self._note([{"id": row["thing_id"], "kind": row["thing_kind"],
                             "name": row["thing"], "name_zh": row["thing_zh"]}])  # fmt: skip
        for run in later:  # What is gone since was named when it went.
            if missing <= self._known.keys():
                break
            self._note(c for c in journal.changes(database, run) if c.get("id") in missing)

    def _note(self, changes_: Iterable[Logged]) -> None:
        for change in changes_:
            if "id" in change:
                self._known[change["id"]] = {
                    "id": change["id"],
                    "kind": change["kind"],
                    "name": change["name"],
                    "name_zh": change["name_zh"],
                }

    def __getitem__(self, id_: str) -> Entity:
        kind, _, name = id_.partition(":")
        unknown: Entity = {"id": id_, "kind": _KINDS[kind], "name": name, "name_zh": None}
        return self._known.get(id_, unknown)


def _told(change: Logged, named: _Named) -> Change:
    before, after = change["before"], change["after"]
    fields = [f for f in {**(before or {}), **(after or {})} if _differs(f, before, after)]
    ends = None
    if "type" in change:
        ends = Relationship(
            type=change["type"], source=named[change["source"]], target=named[change["target"]]
        )
    return {
        "change": _verb(before, after),
        "source": change["by"],
        "thing": None if ends else named[change["id"]],
        "relationship": ends,
        "before": before,
        "after": after,
        "fields": sorted(fields) if before and after else [],
        "others": change["others"],
    }


def _differs(field: str, before: Said | None, after: Said | None) -> bool:
    return (before or {}).get(field) != (after or {}).get(field)


def _verb(before: Said | None, after: Said | None) -> str:
    if before is None or after is None:
        return "added" if before is None else "dropped"
    old, new = (set(state.get("names", ())) for state in (before, after))
    alike = before.get("mention") == after.get("mention")
    return "renamed" if alike and old - new and new - old else "altered"


def _subject(change: Change) -> str:
    """The kind of the thing, or the type of the relationship."""
    ends, thing = change["relationship"], change["thing"]
    if ends is not None:
        return ends["type"]
    assert thing is not None
    return thing["kind"]


def _order(change: Change) -> tuple[int, int, list[str]]:
    ends, thing = change["relationship"], change["thing"]
    things = [ends["source"], ends["target"]] if ends else [thing] if thing else []
    names = [one["name"] for one in things] + [one["id"] for one in things]
    return _VERBS.index(change["change"]), _ORDER[_subject(change)], [*names, change["source"]]


def _counts(told: Iterable[Change]) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = {verb: Counter() for verb in _VERBS}
    for change in told:
        found[change["change"]][_subject(change)] += 1
    return {verb: dict(counted) for verb, counted in found.items() if counted}
