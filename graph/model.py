"""The domain, declared once: kinds of things, types of relationships, and the records of a source.

Constraints, write statements, validation, the schema page of the docs and the test fixtures all
derive from :data:`KINDS` and :data:`RELATIONSHIPS`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from .wording import KINDS_ZH, READS

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
PartialDate = Annotated[
    str,
    StringConstraints(
        pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
    ),
]
Certainty = Literal["stated", "implied"]
Category = Literal["company", "lab", "institute", "university", "hospital", "agency"]
Role = Literal["case", "driver", "mentioned"]
Access = Literal["open", "limited", "closed"]
"""Weights or data can be downloaded; used through a service or on request; nobody outside may."""
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Amount = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(_Frozen):
    """A kind of thing: the label of its nodes."""

    label: str
    meaning: str

    @property
    def zh(self) -> str:
        """What it is called in Chinese."""
        return KINDS_ZH[self.label]

    @property
    def prefix(self) -> str:
        """What the ids of this kind begin with, without the colon."""
        return self.label.lower()


class RelationshipType(_Frozen):
    """A type of relationship, with the kinds that its ends may have and how it reads."""

    type: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    meaning: str
    reads: str
    reads_zh: str


KINDS: dict[str, Kind] = {
    kind.label: kind
    for kind in (
        Kind(label="Company", meaning="any organisation; `category` says which"),
        Kind(label="Model", meaning="a trained AI model or family of models"),
        Kind(
            label="Product",
            meaning="app, platform, framework, device, robot, game, service",
        ),
        Kind(
            label="Technique",
            meaning="method, paradigm, architecture, protocol, component technology",
        ),
        Kind(label="Benchmark", meaning="a test that gives a score"),
        Kind(label="Dataset", meaning="data for training or evaluation"),
        Kind(
            label="Hardware",
            meaning="chip, accelerator, board or computer that models are trained on or run on",
        ),
        Kind(label="Person", meaning="a person"),
        Kind(label="Industry", meaning="a field of the economy or of society"),
        Kind(label="Trend", meaning="a trend that a report describes"),
        Kind(label="Part", meaning="a part of a report, which holds trends"),
    )
}

PROVENANCE: dict[str, str] = {
    "Source": "who claims: title, publisher, date, licence, attribution; with what `schema` and "
    "alias `tables` its claims were written; `set_aside`: claims that join a thing to itself",
    "Document": "a chapter, preface or file of a source",
    "Section": "a place in a document",
}


def _type(name: str, ends: str, meaning: str) -> tuple[str, RelationshipType]:
    sources, targets = (tuple(side.split()) for side in ends.split("→"))
    unknown = {*sources, *targets} - KINDS.keys()
    if unknown:
        raise ValueError(f"{name} has ends of unknown kinds: {', '.join(sorted(unknown))}")
    return name, RelationshipType(
        type=name,
        sources=sources,
        targets=targets,
        meaning=meaning,
        reads=READS[name][0],
        reads_zh=READS[name][1],
    )


RELATIONSHIPS: dict[str, RelationshipType] = dict(
    (
        _type(
            "BUILDS",
            "Company Person → Model Product Technique Benchmark Dataset Hardware",
            "makes, releases, open-sources, develops",
        ),
        _type("FOUNDED", "Person → Company", "founded, or was among the founders"),
        _type("WORKS_AT", "Person → Company", "works there"),
        _type("AUTHORED", "Person → Trend", "chapter author"),
        _type("OFFERS", "Company → Model Product", "sells or gives access to it, whoever built it"),
        _type(
            "POWERED_BY",
            "Product Model → Model Product",
            "runs on, integrates; built on, where a source does not say how",
        ),
        _type(
            "BASED_ON",
            "Model Dataset → Model Dataset",
            "made from the other's weights or data: fine-tuned, distilled, derived",
        ),
        _type("VERSION_OF", "Model → Model", "a later snapshot of the undated one"),
        _type("TRAINED_ON", "Model → Dataset", "learnt from it"),
        _type("TRAINED_WITH", "Model → Hardware", "was trained on that hardware"),
        _type("APPLIES", "Company Model Product → Technique", "uses it, is an instance of it"),
        _type(
            "ADOPTS",
            "Company → Product Model Technique",
            "customer, pilot, deployment of somebody else's",
        ),
        _type("PARTNERS_WITH", "Company → Company", "works together with"),
        _type(
            "PART_OF",
            "Technique Trend Product Company → Technique Part Product Company",
            "kind or part of, feature of, unit or subsidiary of",
        ),
        _type(
            "ENABLES",
            "Technique Trend Model → Technique Trend",
            "drives, underlies, makes possible",
        ),
        _type(
            "EXEMPLIFIES",
            "Company Model Product Technique → Trend",
            "the chapter on the trend discusses it; `role` says case, driver or mentioned",
        ),
        _type("APPLIED_IN", "Trend Technique Product Model → Industry", "is used in"),
        _type("CONTRASTS_WITH", "Technique → Technique", "is set against"),
        _type(
            "EVALUATED_ON",
            "Model Product → Benchmark",
            "was measured on it, with score, unit, conditions",
        ),
    )
)

PART_OF_ENDS = {
    "Company": "Company",
    "Product": "Product",
    "Technique": "Technique",
    "Trend": "Part",
}
"""PART_OF joins like with like, and trends with parts."""


def allowed(type_: str, source: str, target: str) -> bool:
    """Whether a relationship of that type may join things of these kinds."""
    spec = RELATIONSHIPS[type_]
    if type_ == "PART_OF":
        return PART_OF_ENDS.get(source) == target
    if (type_, source, target) == ("BASED_ON", "Model", "Dataset"):
        return False  # A model is TRAINED_ON data.
    return source in spec.sources and target in spec.targets


class Line(_Frozen):
    """Where a record stands in its source's files."""

    file: str
    line: int = Field(ge=1)


class Claim(_Frozen):
    """What one source says in one place; the source itself is added on loading."""

    where: str = ""
    """For a person: ``ch. 4 § 2``."""
    section: str | None = None
    """Id of the Section node."""
    certainty: Certainty = "stated"
    spelt: tuple[str, ...] = ()
    """The names as the source prints them there."""
    cue: Annotated[str, StringConstraints(max_length=8)] = ""
    date: PartialDate | None = None
    country: Country | None = None
    """Where an organisation is based, as ISO 3166-1 alpha-2."""
    licence: Text | None = None
    access: Access | None = None
    parameters: Amount | None = None
    compute: Amount | None = None
    """What training took, in FLOP."""
    role: Role | None = None
    score: Text | None = None
    unit: Text | None = None
    conditions: Text | None = None
    figures: dict[str, Text] = {}
    """What the source gives in numbers, each with its unit: ``{"latency": "200 ms"}``."""
    note: Annotated[str, StringConstraints(max_length=500)] = ""
    link: Annotated[str, StringConstraints(pattern=r"^https?://")] | None = None
    quote: str | None = None
    """The supporting sentence, where the reader gave a copy; never shipped."""


class Ref(_Frozen):
    """A thing by kind and name; ``maker`` is context that tells homonyms apart.

    ``date`` is that of its record and tells which release of a model an undated name means.
    """

    kind: str
    name: Text
    maker: str | None = None
    id: str | None = None
    date: PartialDate | None = None


class Thing(_Frozen):
    """A record that declares a thing."""

    ref: Ref
    name_zh: Text | None = None
    aliases: tuple[Text, ...] = ()
    category: Category | None = None
    claims: tuple[Claim, ...]
    """At least one: a thing that no place of the source speaks of is not loaded."""
    at: Line


class Edge(_Frozen):
    """A record that claims a relationship; an end that is nowhere declared becomes a mention."""

    source: Ref
    type: str
    target: Ref
    claim: Claim
    at: Line


class Place(_Frozen):
    """A Document or a Section of the source."""

    label: Literal["Document", "Section"]
    id: Text
    name: Text
    name_zh: Text | None = None
    position: int = 0
    at: Line


class SourceInfo(_Frozen):
    """Who claims. Every source says on what terms it may be used."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.\-]*$", max_length=80)]
    title: Text
    title_zh: Text | None = None
    publisher: Text
    date: PartialDate
    licence: Text
    attribution: Text
    link: Annotated[str, StringConstraints(pattern=r"^https?://")] | None = None


class Reject(_Frozen):
    """A record that a loader could not even build."""

    at: Line
    record: str
    field: str
    got: str
    expected: str


Record = Thing | Edge | Place | Reject
