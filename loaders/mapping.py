"""What a mapping file says: whose table it is, and which column is what (docs/adding.md)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from trendweave.graph.errors import InputError
from trendweave.graph.model import KINDS, RELATIONSHIPS, SourceInfo, allowed

from . import inputs

Column = Annotated[str, Field(min_length=1, max_length=200)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KindOf(_Strict):
    """The kind of each row, by the words of a column."""

    column: Column
    words: dict[str, str]
    """Kind by word; a row with any other word is left out."""


class Listed(_Strict):
    """A column whose cells hold several values."""

    column: Column
    split: Annotated[str, Field(min_length=1, max_length=10)] | None = None


class End(Listed):
    """The other end of a relationship."""

    kind: str


class Relationship(_Strict):
    """A relationship of each row's thing: exactly one of ``from`` and ``to`` says with what."""

    type: str
    source: End | None = Field(default=None, alias="from")
    target: End | None = Field(default=None, alias="to")

    @property
    def end(self) -> End:
        """The other end."""
        end = self.source or self.target
        assert end is not None
        return end


class Things(_Strict):
    """The things that the rows declare."""

    kind: str | KindOf
    name: Column
    name_zh: Column | None = None
    aliases: Column | Listed | None = None
    maker: Column | Listed | None = None
    """Context that tells homonyms apart; of several the first."""
    category: Column | None = None
    country: Column | None = None
    date: Column | None = None
    link: Column | None = None
    licence: Column | None = None
    access: Column | None = None
    parameters: Column | None = None
    compute: Column | None = None
    figures: dict[Annotated[str, Field(max_length=60)], Column] = {}
    relationships: list[Relationship] = []

    @property
    def kinds(self) -> list[str]:
        """Every kind that a row may have."""
        return [self.kind] if isinstance(self.kind, str) else list(self.kind.words.values())

    @model_validator(mode="after")
    def _fits_the_model(self) -> Things:
        for kind in (
            *self.kinds,
            *(r.end.kind for r in self.relationships if r.source or r.target),
        ):
            if kind not in KINDS:
                raise ValueError(f"{kind} is no kind: it is one of {', '.join(KINDS)}")
        for r in self.relationships:
            if r.type not in RELATIONSHIPS:
                raise ValueError(f"{r.type} is no relationship: one of {', '.join(RELATIONSHIPS)}")
            if bool(r.source) == bool(r.target):
                raise ValueError(f"{r.type} needs either from or to")
            for kind in self.kinds:
                ends = (r.end.kind, kind) if r.source else (kind, r.end.kind)
                if not allowed(r.type, *ends):
                    raise ValueError(f"{r.type} cannot lead from {ends[0]} to {ends[1]}")
        return self

    def columns(self) -> Iterator[str]:
        """Every column that it names."""
        for field in type(self).model_fields:
            given: Any = getattr(self, field)
            if field == "figures":
                yield from given.values()
            elif field == "relationships":
                yield from (r.end.column for r in given)
            elif isinstance(given, KindOf | Listed):
                yield given.column
            elif given is not None and field != "kind":
                yield given


class Mapping(_Strict):
    """The whole file."""

    source: SourceInfo
    file: Annotated[str, Field(min_length=1, max_length=2_000)]
    """A path beside the mapping or below it, or an https address."""
    format: Literal["csv", "tsv", "json", "xlsx", "parquet"] | None = None
    sheet: str | None = None
    at: str | None = None
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    placeholders: list[str] = []
    """Cells that mean nothing, besides empty, “unknown”, “n/a” and the like."""
    things: Annotated[list[Things], Field(min_length=1)]


def read(path: Path) -> Mapping:
    """The mapping in a YAML file. Raises :class:`InputError` for the first thing wrong with it."""
    raw = inputs.text(path)
    try:
        said = yaml.safe_load(raw)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path.name}:{mark.line + 1}" if mark else path.name
        raise InputError(f"{where} is not YAML: mend it.") from None
    if not isinstance(said, dict) or "things" not in said:
        raise InputError(
            f"{path.name} is not a mapping of a table: it lacks things (see docs/adding.md)."
        )
    try:
        return Mapping.model_validate(said)
    except ValidationError as error:
        first = error.errors()[0]
        at = " · ".join(str(part) for part in first["loc"])
        why = first["msg"].removeprefix("Value error, ")
        raise InputError(f"{path.name} · {at}: {why}.") from None
