"""Claims as they live on nodes and relationships, and the plain properties computed from them.

A claim is a small JSON string: who says it, where, how sure, as spelt, with what date and figures,
and the reference by which the thing was identified: ``name``, ``maker``, ``dated`` (of its record),
``own`` (id); a relationship's claim has those of its two ``ends``, each a list in that order.
Everything else on a node or relationship is computed from its whole set of claims by rules that do
not depend on their order, so that the graph is a pure function of its sources.
"""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

from .identity import lookup

if TYPE_CHECKING:
    from .identity import AliasTable

Claim = dict[str, Any]
Properties = dict[str, Any]

SCHEMA = 2
"""The form in which claims are stored; a database of an older one is upgraded."""

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_decode = json.JSONDecoder().decode

_CONTESTED = ("category", "date", "country", "licence", "access", "parameters", "compute")
_NUMBERS = ("parameters", "compute")
_ROUNDED = 1.05
_COMPANY = "company:"
_ROLES = ("case", "driver", "mentioned")


class Evidence(TypedDict):
    """One claim: who says so, where, how sure, in our words, with a link where there is one."""

    source: str
    where: str
    certainty: str
    text: str
    link: str | None
    date: NotRequired[str]
    quote: NotRequired[str]


def pack(claim: Mapping[str, Any]) -> str:
    """The one JSON form of a claim: keys sorted, nothing empty."""
    return _encode({name: value for name, value in claim.items() if value})


def unpack(claims: Iterable[str] | None) -> list[Claim]:
    """The claims of a node or relationship, in their stored order."""
    return [_decode(claim) for claim in claims or ()]


def replaced(stored: Iterable[str] | None, source: str, new: Iterable[str]) -> list[str]:
    """The claims after ``source`` has said all that it now says."""
    others = (c for c in stored or () if _decode(c)["source"] != source)
    return sorted({*others, *new})


def _most(counts: Mapping[Any, int]) -> Any:
    """The most frequent value; among equals the least; None where there is none."""
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _votes(claims: Iterable[Claim], field: str) -> dict[Any, list[str]]:
    """The sources that give each value: each speaks once, for what it says most often."""
    said: dict[str, Counter[Any]] = defaultdict(Counter)
    for claim in claims:
        if claim.get(field):
            said[claim["source"]][claim[field]] += 1
    votes: dict[Any, list[str]] = defaultdict(list)
    for source, values in sorted(said.items()):
        votes[_most(values)].append(source)
    return votes


def _counted(votes: Mapping[Any, list[str]]) -> dict[Any, int]:
    return {value: len(sources) for value, sources in votes.items()}


def _ranked(field: str, votes: Mapping[Any, list[str]]) -> list[Any]:
    """The values, first what most sources agree with; among equals the finer date, the least."""

    def rank(value: Any) -> tuple[int, int, int, Any]:
        agreed = sum(len(votes[v]) for v in votes if not _differ(field, {v, value}))
        return -agreed, -len(votes[value]), -len(value) if field == "date" else 0, value

    return sorted(votes, key=rank)


def _differ(field: str, values: Iterable[Any]) -> bool:
    """Whether they contradict each other.

    A month does not contradict its day, nor a figure the same one rounded to two digits.
    """
    ranked = sorted(values)
    if field == "date":
        return any(not other.startswith(one) for one, other in itertools.pairwise(ranked))
    if field in _NUMBERS:
        return len(ranked) > 1 and ranked[-1] > ranked[0] * _ROUNDED
    return len(ranked) > 1


def _disputes(field: str, votes: Mapping[Any, list[str]]) -> list[str]:
    """Each value with who says it, as ``field|value|source, source``: the majority first."""
    return [
        f"{field}|{format(value, 'g') if field in _NUMBERS else value}|{', '.join(votes[value])}"
        for value in _ranked(field, votes)
    ]


def _common(claims: list[Claim], contested: Iterable[str]) -> Properties:
    """What nodes and relationships have alike."""
    figures = sorted({f"{k}: {v}" for c in claims for k, v in c.get("figures", {}).items()})
    out: Properties = {
        "sources": sorted({c["source"] for c in claims}),
        "where": sorted({c["where"] for c in claims if c.get("where")}),
        "certainty": "stated" if any(c.get("certainty") == "stated" for c in claims) else "implied",
        "figures": figures,
        "notes": sorted({c["note"] for c in claims if c.get("note")}),
        "links": sorted({c["link"] for c in claims if c.get("link")}),
    }
    disputed, disputes = [], []
    for field in contested:
        votes = _votes(claims, field)
        out[field] = next(iter(_ranked(field, votes)), None)
        if _differ(field, votes):
            disputed.append(field)
            disputes += _disputes(field, votes)
    out |= {"disputed": disputed, "disputes": disputes}
    return out


def node_properties(id_: str, claims: list[str], table: AliasTable | None = None) -> Properties:
    """All properties of a thing, from its claims and the alias table alone."""
    if table is None:
        from .identity import shipped_table

        table = shipped_table()
    said = unpack(claims)
    declared = [c for c in said if not c.get("mention")]
    entry = table.entry(id_)
    spelt = Counter(form for c in said for form in c.get("spelt", ()))
    name = (
        (entry and entry.name)
        or _most(_counted(_votes(declared, "name")))
        or min(spelt, key=lambda form: (-spelt[form], form))
    )
    name_zh = (entry and entry.name_zh) or _most(_counted(_votes(declared, "name_zh")))
    forms = {form for c in said for form in (*c.get("aliases", ()), *c.get("spelt", ()))}
    forms |= {c[field] for c in declared for field in ("name", "name_zh") if c.get(field)}
    forms |= {name, *([name_zh] if name_zh else []), *(entry.aliases if entry else ())}
    common = _common(said, _CONTESTED)
    return _drop_empty(
        {
            "id": id_,
            "name": name,
            "name_zh": name_zh,
            "aliases": sorted(forms),
            **common,
            "country": common["country"] or (entry and entry.country),
            "groups": list(table.above(id_)) if id_.startswith(_COMPANY) else [],
            "mention": not declared,
            "claims": claims,
        }
    )


def edge_properties(claims: list[str]) -> Properties:
    """All properties of a relationship, from its claims alone."""
    said = unpack(claims)
    roles = {c["role"] for c in said if c.get("role")}
    scored = {
        tuple(c.get(field, "") for field in ("score", "unit", "conditions"))
        for c in said
        if c.get("score")
    }
    results = sorted(
        " ".join(filter(None, (score, unit, conditions and f"({conditions})")))
        for score, unit, conditions in scored
    )
    # Of several results none stands alone: its score would meet another's conditions.
    score, unit, conditions = next(iter(scored)) if len(scored) == 1 else ("", "", "")
    return _drop_empty(
        {
            **_common(said, ("date",)),
            "score": score,
            "unit": unit,
            "conditions": conditions,
            "role": next((role for role in _ROLES if role in roles), None),
            "results": results,
            "claims": claims,
        }
    )


def _reading_order(claim: Claim) -> tuple[str, list[tuple[int, str]]]:
    parts = re.split(r"(\d+)", claim.get("where", ""))
    return claim["source"], [(int(p), "") if p.isdigit() else (0, p) for p in parts]


def _drop_empty(properties: Properties) -> Properties:
    return {k: v for k, v in properties.items() if v not in (None, [], False, "")}


def keys(properties: Properties) -> list[str]:
    """The keys under which a thing can be found: its id as it stands, and each of its names."""
    forms = (properties["id"], properties["name"], *properties["aliases"])
    return sorted({properties["id"], *(found for form in forms if (found := lookup(form)))})


def evidence(claims: Iterable[str], fallback: str, *, quotes: bool = False) -> list[Evidence]:
    """Claims as an answer shows them, each once; ``fallback`` is said where one has no words."""
    shown: dict[tuple[object, ...], Evidence] = {}
    for claim in sorted(unpack(claims), key=_reading_order):
        item: Evidence = {
            "source": claim["source"],
            "where": claim.get("where", ""),
            "certainty": claim.get("certainty", "stated"),
            "text": claim.get("note") or fallback,
            "link": claim.get("link"),
        }
        if claim.get("date"):
            item["date"] = claim["date"]
        if claim.get("quote") and quotes:
            item["quote"] = claim["quote"]
        shown[tuple(item.values())] = item
    return list(shown.values())
