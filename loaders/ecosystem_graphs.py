"""The loader of Stanford's ecosystem graphs: models, datasets, applications and what they rest on.

Any field may be wrapped as ``{value, explanation}``. A dependency is named, not typed: it is what
the folder declares under that name; else what its words say or what the field knows it as; else its
name is kept on the claim and nothing is guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from trendweave.graph.errors import InputError
from trendweave.graph.model import Access, Claim, Edge, Line, Record, Ref, SourceInfo, Thing

from . import cells
from .inputs import found, text
from .known_kinds import kind_of

SOURCE = SourceInfo(
    id="ecosystem-graphs",
    title="Ecosystem Graphs",
    publisher="Stanford Center for Research on Foundation Models",
    date="2025-01-24",
    licence="none stated",
    attribution="Ecosystem Graphs, Stanford CRFM",
    link="https://github.com/stanford-crfm/ecosystem-graphs",
)
_KINDS = {"model": "Model", "dataset": "Dataset", "application": "Product"}
_ACCESS: dict[str, Access] = {"open": "open", "limited": "limited", "closed": "closed"}
_RESTS_ON = {
    ("Model", "Model"): "BASED_ON",
    ("Model", "Dataset"): "TRAINED_ON",
    ("Model", "Product"): "POWERED_BY",
    ("Dataset", "Dataset"): "BASED_ON",
    ("Dataset", "Model"): "BASED_ON",
    ("Product", "Model"): "POWERED_BY",
    ("Product", "Product"): "POWERED_BY",
    ("Model", "Technique"): "APPLIES",
}
_DATA = re.compile(r"\b(data|datasets?|corpus|corpora|collection|sound effects|bench)\b", re.I)
_MODEL = re.compile(r"\bmodel\b", re.I)
# What describes and does not name: “web-scraped dialogue data”, “X's internal dataset”.
_PHRASE = re.compile(
    r"^[a-z\W]+ [a-z\W]+$|\b(?:internal|in-house|proprietary|human feedback|[a-z]+-specific)\b"
)
# Who is named there as the maker of models and only offers them.
_OFFERERS = frozenset({"Ollama"})
_API = re.compile(r"\bAPI\b")


class _Asset(NamedTuple):
    at: Line
    ref: Ref
    fields: dict[str, Any]

    def value(self, field: str) -> Any:
        """The field without its wrapper."""
        return _value(self.fields, field)


def _value(fields: dict[str, Any], field: str) -> Any:
    given = fields.get(field)
    if not isinstance(given, dict):
        return given
    # A wrapper whose value slipped out: it stands beside it.
    return given["value"] if "value" in given else fields.get("value")


class _Names:
    """What the folder's names mean."""

    def __init__(self, assets: list[_Asset]) -> None:
        self._declared: dict[str, set[Ref]] = defaultdict(set)
        for asset in assets:
            for form in (asset.ref.name, asset.ref.name.casefold()):
                self._declared[form].add(asset.ref)

    def ref(self, name: str, near: Ref) -> Ref | None:
        """The thing of that name; None where its kind cannot be told.

        Of several the one that is made by whoever makes ``near``.
        """
        refs = self._declared.get(name) or self._declared.get(name.casefold()) or set()
        if len(refs) > 1:
            refs = {ref for ref in refs if ref.maker and ref.maker == near.maker} or refs
        if len(refs) == 1:
            return next(iter(refs))
        kinds = {ref.kind for ref in refs}
        kind = _kind(name) if not kinds else kinds.pop() if len(kinds) == 1 else None
        return Ref(kind=kind, name=name) if kind else None


def _kind(name: str) -> str | None:
    if _PHRASE.search(name):
        return None
    for pattern, kind in ((_DATA, "Dataset"), (_API, "Product"), (_MODEL, "Model")):
        if pattern.search(name):
            return kind
    return kind_of(name)


def records(path: Path) -> Iterator[Record]:
    """Every asset, its organisations and its dependencies."""
    assets = [asset for file in _files(path) for asset in _assets(file)]
    names = _Names(assets)
    described: set[tuple[str, str | None]] = set()
    for asset in assets:
        place = f"{asset.at.file} · {asset.ref.name}"
        builders = list(_organisations(asset.value("organization")))
        said = Claim(
            where=f"{place} · organization",
            date=cells.date(asset.value("created_date")),
            link=cells.link(asset.value("url")),
        )
        depends = list(_dependencies(asset))
        rests = [(name, names.ref(name, asset.ref)) for name in depends if name != asset.ref.name]
        unknown = [name for name, ref in rests if ref is None or _type(asset.ref, ref) is None]
        yield Thing(ref=asset.ref, claims=(_described(asset, said, unknown),), at=asset.at)
        country = cells.country(asset.value("nationality")) if len(builders) == 1 else None
        for builder in builders:
            company = Ref(kind="Company", name=builder)
            if (builder, country) not in described:
                described.add((builder, country))
                claim = Claim(where=said.where, country=country, spelt=(builder,))
                yield Thing(ref=company, claims=(claim,), at=asset.at)
            claim = said.model_copy(update={"spelt": (builder, asset.ref.name)})
            does = "OFFERS" if builder in _OFFERERS else "BUILDS"
            yield Edge(source=company, type=does, target=asset.ref, claim=claim, at=asset.at)
        for name, ref in rests:
            type_ = _type(asset.ref, ref) if ref else None
            if ref and type_:
                claim = Claim(
                    where=f"{place} · dependencies", spelt=(asset.ref.name, name), link=said.link
                )
                yield Edge(source=asset.ref, type=type_, target=ref, claim=claim, at=asset.at)


def _type(source: Ref, target: Ref) -> str | None:
    return _RESTS_ON.get((source.kind, target.kind))


def _described(asset: _Asset, said: Claim, unknown: list[str]) -> Claim:
    """What it says of the asset itself."""
    size, access = asset.value("size"), cells.clean(asset.value("access")).casefold()
    model = asset.ref.kind == "Model"
    fields = ("modality", "training_hardware", "training_time", "training_emissions")
    shown = {field: cells.figure(asset.value(field)) for field in fields}
    shown["size"] = cells.figure(size)
    shown["depends_on"] = cells.figure(", ".join(unknown))
    return said.model_copy(
        update={
            "where": f"{asset.at.file} · {asset.ref.name}",
            "spelt": (asset.ref.name,),
            "licence": cells.figure(asset.value("license")),
            "access": _ACCESS.get(access),
            "parameters": cells.amount(size) if model and "param" in str(size) else None,
            "figures": cells.figures(**shown),
        }
    )


def _organisations(value: Any) -> Iterator[str]:
    """``A, B and C``; an “and” inside a name that goes on (University of Science and …) is left."""
    for one, _ in cells.organisations(value):
        left, _, right = one.partition(" and ")
        whole = not right or re.search(r" (of|for|in) ", left)
        yield from (one,) if whole else filter(None, (cells.name(left), cells.name(right)))


def _dependencies(asset: _Asset) -> Iterator[str]:
    given = asset.value("dependencies")
    for item in given if isinstance(given, list) else [given]:
        one = cells.name(item.get("value") if isinstance(item, dict) else item)
        if one is not None:
            yield one


def _files(path: Path) -> list[Path]:
    what = "the folder of ecosystem-graphs (its assets are YAML files)"
    return found(path / "assets" if (path / "assets").is_dir() else path, "*.yaml", what)


def _assets(file: Path) -> Iterator[_Asset]:
    raw = text(file)
    try:
        listed = yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise InputError(f"{file.name}:{line} is not YAML: mend it or leave it out.") from None
    starts = [number for number, line in enumerate(raw.split("\n"), 1) if line.startswith("-")]
    items = listed if isinstance(listed, list) else []
    for position, fields in enumerate(items):
        if not isinstance(fields, dict):
            continue
        at = Line(file=file.name, line=starts[position] if len(starts) == len(items) else 1)
        kind = _KINDS.get(cells.clean(_value(fields, "type")))
        name = cells.name(_value(fields, "name"))
        if kind is not None and name is not None:
            builders = _organisations(_value(fields, "organization"))
            maker = cells.makers(one for one in builders if one not in _OFFERERS)
            date = cells.date(_value(fields, "created_date"))
            yield _Asset(at, Ref(kind=kind, name=name, maker=maker, date=date), fields)
