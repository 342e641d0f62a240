"""The words by which a person can name a thing: a name, with its maker where it takes one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .claims import Claim, unpack
from .database import Database
from .identity import AliasTable, identify
from .model import KINDS

Words = tuple[str, str | None]
"""A name, and who makes what it names."""


def in_table(id_: str, table: AliasTable) -> Words | None:
    """Those of a thing of the alias table."""
    entry = table.entry(id_)
    if entry is None:
        return None
    makers = [found.name for one in (entry.maker or "").split("|") if (found := table.entry(one))]
    return _first(id_, [(entry.name, None), *((entry.name, maker) for maker in makers)], table)


def in_database(database: Database, id_: str, table: AliasTable) -> Words | None:
    """Those of a thing of the database; None where it has none, or no name without a date does."""
    kind = kind_of(id_)
    found = database.read(f"MATCH (n:{kind} {{id: $id}}) RETURN n.claims AS claims", {"id": id_})
    return in_claims(id_, unpack(found[0]["claims"]), table) if found else None


def in_claims(id_: str, claims: Iterable[Claim], table: AliasTable) -> Words | None:
    """The first words on these claims that mean the thing, without its date."""
    said = sorted({*_said(claims)}, key=lambda words: (words[1] or "", words[0]))
    return _first(id_, said, table)


def kind_of(id_: str) -> str:
    """The kind of thing that an id says."""
    return next(k.label for k in KINDS.values() if k.prefix == id_.partition(":")[0])


def _said(claims: Iterable[Claim]) -> Iterator[Words]:
    for claim in claims:
        for name in claim.get("spelt", ()) if claim.get("mention") else (claim["name"],):
            yield name, None
            yield name, claim.get("maker")


def _first(id_: str, said: Iterable[Words], table: AliasTable) -> Words | None:
    kind = kind_of(id_)
    return next(
        (
            (name, maker)
            for name, maker in said
            if identify(kind, name, context=maker, table=table).id == id_
        ),
        None,
    )
