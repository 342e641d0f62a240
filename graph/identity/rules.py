"""From kind, name and context to the one id, with the rule that decided."""

from __future__ import annotations

from ..wording import KINDS_ZH
from . import releases, things
from .choice import Identified, Makers, answered, is_code, makers
from .judged import judged
from .normal import slug
from .organisations import brackets, is_gloss, org_key
from .table import AliasTable
from .tables import shipped_table

KINDS = tuple(KINDS_ZH)
"""The kinds of things: the labels of their nodes."""

_ALSO_CALLED = {
    "organisation": "Company",
    "organization": "Company",
    "application": "Product",
    "app": "Product",
    "robot": "Product",
}
_LONGEST_GRAMMAR = 300


def identify(
    kind: str,
    name: str,
    *,
    context: str | None = None,
    date: str | None = None,
    declared: str | None = None,
    table: AliasTable | None = None,
) -> Identified:
    """The one id of a thing of ``kind`` called ``name``.

    ``context`` names who makes it (of an organisation: what it makes, which decides nothing);
    ``date`` is that of its record (``2024``, ``2024-08``, ``2024-08-06``) and decides which release
    an undated model's name means. ``declared`` is the source's own id (trends and parts have one)
    and decides at once. A kind that is none of :data:`KINDS` keeps to itself; an empty one is the
    first whose things the table knows by the name. The answer never depends on what is loaded.
    """
    table = shipped_table() if table is None else table
    if declared is not None:
        entry = table.entry(declared)
        return Identified(declared, name, entry.name_zh if entry else None, "declared")
    kind = label(kind) or next((k for k in KINDS if table.senses(k, name)), "Thing")
    found = by_rule(kind, name, context, date, table)
    return _with_judgements(kind, name, context, found, table) if table.judgements else found


def label(kind: str) -> str:
    """The label that a kind is usually written with; one that is no kind is left as it is."""
    wanted = kind.strip().casefold()
    usual = next((one for one in KINDS if one.casefold() == wanted), None)
    return usual or _ALSO_CALLED.get(wanted, kind.strip())


def senses(kind: str, name: str, table: AliasTable | None = None) -> tuple[Identified, ...]:
    """Everything that the table knows by that kind and name: several for a homonym, maybe none."""
    table = shipped_table() if table is None else table
    one = identify(kind, name, table=table)
    if len(known := table.senses(kind, name)) < 2:
        known = tuple(e for id_ in one.alternatives if (e := table.entry(id_)))
        if table.entry(one.id):
            return (one, *(answered(e, "alias table") for e in known))
    return tuple(answered(e, "alias table") for e in known)


def builder(name: str, *, context: str, table: AliasTable | None = None) -> Identified | None:
    """Who builds the model called ``name`` by the table, if that belongs to ``context``.

    Two witnesses: what the table knows of the model or of its family, and the organisation that
    ``context`` names. None where they do not agree.
    """
    table = shipped_table() if table is None else table
    who = makers(context, table)
    found = identify("Model", name, context=context, table=table)
    known = table.entry(found.id) or table.entry(found.version_of or "")
    known = known or releases.family(name, who, table)
    ids = known.maker.split("|") if known and known.maker else []
    ours = [id_ for id_ in ids if id_ in who.ids] or [
        id_ for id_ in ids if table.related((id_,), who.ids)
    ]
    entry = table.entry(ours[0]) if ours else None
    return answered(entry, "alias table") if entry else None


def by_rule(
    kind: str, name: str, context: str | None, date: str | None, table: AliasTable
) -> Identified:
    """The answer without the judgements of a user."""
    if len(name) > _LONGEST_GRAMMAR:
        return Identified(f"{slug(kind)}:{slug(name)}", name.strip(), None, "from the name")
    if kind == "Company":
        return _organisation(name, table)
    who = makers(context, table)
    if kind == "Model":
        return _model(name, who, date, table)
    return things.find(kind, name, who, table)


# organisations ---------------------------------------------------------------------


def _organisation(name: str, table: AliasTable) -> Identified:
    plain = " ".join(name.split())
    entry = table.organisation(plain)
    if entry is not None:
        return answered(entry, "alias table")
    for slash in (" / ", " ／ "):
        parts = plain.split(slash)
        known = {e.id: e for part in parts if (e := table.organisation(part))}
        if len(known) == 1:
            return answered(next(iter(known.values())), "two names of one")
        if len(parts) > 1 and not known:
            plain = parts[0]
    unit, comma, group = plain.rpartition(", ")
    if comma and (entry := table.organisation(unit)):
        owner = table.organisation(group)
        if owner and owner.id in table.above(entry.id):  # DAMO Academy, Alibaba
            return answered(entry, "alias table")
    outside, inside = brackets(plain)
    if outside and inside:
        entry = table.organisation(outside)
        others = [table.organisation(text) for text in inside]
        glosses = all(is_gloss(outside, text) for text in inside)
        if entry is None and glosses and any(others):
            return answered(next(e for e in others if e), "two names of one")
        if glosses or any(others):
            if entry is not None:
                return answered(entry, "alias table, without what stands in brackets")
            plain = outside
    spelt = org_key(plain)
    return Identified(f"company:{slug(spelt)}", name.strip(), None, "from the name")


# models ----------------------------------------------------------------------------


def _model(name: str, who: Makers, date: str | None, table: AliasTable) -> Identified:
    found = releases.find(name, who, date, table)
    if found.entry is not None:
        answer = answered(found.entry, found.rule, found.senses)
        return answer._replace(version_of=found.version_of)
    name_ = name.strip()
    alternatives = tuple(entry.id for entry in found.senses)
    own = found.parsed.slug if found.parsed.family else slug(name)
    if found.version_of:
        return Identified(f"model:{own}", name_, None, found.rule, found.version_of)
    short = found.parsed.bare and len(found.parsed.family) == 1 and is_code(own)
    if found.foreign or (short and who.said):
        own_ = f"model:{own}-{who.suffix}"
        return Identified(own_, name_, None, "name and maker", None, alternatives)
    return Identified(f"model:{own}", name_, None, "from the name", None, alternatives)


# the judgements of a user ------------------------------------------------------------


def _with_judgements(
    kind: str, name: str, context: str | None, found: Identified, table: AliasTable
) -> Identified:
    asked = judged(table, by_rule)
    own = asked.own(kind, name, context, found.id)
    id_ = asked.heads.get(own, own)
    undated = found.version_of and asked.heads.get(found.version_of, found.version_of)
    if id_ == found.id:
        return found._replace(version_of=undated if undated != id_ else None)
    entry = table.entry(id_)
    known = (entry.name, entry.name_zh) if entry else (found.name, None)
    return Identified(id_, *known, "the user's table")
