"""What one source says of a thing or a relationship, in short, and how a run changed it.

A row moves between two exports and a name is identified anew: neither changes what is said. So
places, and the references by which a claim was identified, are no part of it.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .claims import Claim, Properties, unpack

Said = dict[str, Any]
"""By field, what the source says in any of its places, sorted; ``figures`` by their names.

Of a thing also ``called``: what the graph calls it, by all that is said."""
Change = dict[str, Any]
"""``id``, ``kind``, ``name``, ``name_zh`` of a thing, or ``source``, ``type``, ``target``; then
``before`` and ``after`` (:data:`Said`, or None) and whether ``others`` say it too."""

_FIELDS = (
    "name_zh",
    "category",
    "date",
    "country",
    "licence",
    "access",
    "parameters",
    "compute",
    "role",
    "note",
    "link",
)
_RESULT = ("score", "unit", "conditions")


def said(claims: Iterable[Claim], called: str | None) -> Said | None:
    """The claims of one source in short; None where it has none.

    ``called`` is the name of a thing. A relationship has none, and how it spells its ends is said
    of these.
    """
    values: dict[str, set[Any]] = {}
    figures: dict[str, set[str]] = {}
    mention = certainty = None
    for claim in claims:
        mention = bool(claim.get("mention")) and mention is not False
        if certainty != "stated":
            certainty = claim.get("certainty", "stated")
        for field in _FIELDS:
            if field in claim:
                values.setdefault(field, set()).add(claim[field])
        if "aliases" in claim:
            values.setdefault("aliases", set()).update(claim["aliases"])
        if called:
            spelt = values.setdefault("names", set())
            spelt.update(claim.get("spelt", ()), [claim["name"]] if "name" in claim else ())
        if "score" in claim:
            result = " ".join(str(claim[field]) for field in _RESULT if field in claim)
            values.setdefault("results", set()).add(result)
        for name, figure in claim.get("figures", {}).items():
            figures.setdefault(name, set()).add(figure)
    if certainty is None:
        return None
    found: Said = {field: sorted(values[field]) for field in sorted(values)}
    found["certainty"] = certainty
    if called:
        found["called"] = called
    if figures:
        found["figures"] = {name: sorted(figures[name]) for name in sorted(figures)}
    if mention:
        found["mention"] = True
    return found


def of_thing(
    kind: str, source: str, before: Mapping[str, Any] | None, after: Properties | None
) -> Change | None:
    """The change from one state of a thing to the next, for ``source``; None where there is none.

    Either state is None where the thing is not in the graph, and else has at least ``id``,
    ``name`` and ``claims``.
    """
    last = after or before or {}
    about = {"id": last["id"], "kind": kind, "name": last["name"], "name_zh": last.get("name_zh")}
    return _change(about, source, before, after)


def of_relationship(
    ends: tuple[str, str, str], source: str, before: Iterable[str], after: Iterable[str]
) -> Change | None:
    """The same of a relationship, whose states are its claims."""
    about = dict(zip(("source", "type", "target"), ends, strict=True))
    return _change(about, source, {"claims": before}, {"claims": after})


def _change(
    about: Mapping[str, Any],
    source: str,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> Change | None:
    states, others = [], False
    for state in (before, after):
        claims = unpack(state["claims"]) if state else []
        mine = [claim for claim in claims if claim["source"] == source]
        others = others or len(mine) < len(claims)
        states.append(said(mine, state.get("name") if state else None))
    if states[0] == states[1]:
        return None
    return {**about, "before": states[0], "after": states[1], "others": others}


def tally(changes: Iterable[Change]) -> dict[str, int]:
    """What the changes are to the graph, in which others may say the same: counts."""
    counts = {"added": 0, "changed": 0, "removed": 0}
    for change in changes:
        if change["others"] or (change["before"] is not None and change["after"] is not None):
            counts["changed"] += 1
        else:
            counts["added" if change["before"] is None else "removed"] += 1
    return counts


def pack(changes: Sequence[Change]) -> str:
    """Changes as text for a property: compressed, for there can be thousands."""
    text = json.dumps(changes, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode("utf-8"), 3)).decode("ascii")


def unpacked(packed: str) -> list[Change]:
    """The changes that :func:`pack` packed."""
    changes: list[Change] = json.loads(zlib.decompress(base64.b64decode(packed)))
    return changes
