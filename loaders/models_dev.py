"""The loader of models.dev: models with their labs, and who offers which of them.

A provider sells what a lab built. The lab is known only of the models under ``models/<lab>`` and of
the offers that name one of these as their base; nothing is concluded from the shared families. An
organisation in the path of an offer (``openrouter/models/arcee-ai/``) tells homonyms apart. That
it, or the provider itself, built the model is implied only where the alias table says so of the
model or its family.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from trendweave.graph.identity import builder, identify, shipped_table
from trendweave.graph.model import Claim, Edge, Line, Record, Ref, Reject, SourceInfo, Thing

from . import cells
from .inputs import found, text

SOURCE = SourceInfo(
    id="models.dev",
    title="Models.dev",
    publisher="Anomaly",
    date="2026-07-02",
    licence="MIT",
    attribution="models.dev",
    link="https://models.dev",
)
_WHAT = "the folder of models.dev (with models/ and providers/ in it)"
_SITE = re.compile(r"\s*\([\w-]+(\.[\w-]+)+\)$")
_REMEMBERED = 10_000
Fields = dict[str, Any]


def records(path: Path) -> Iterator[Record]:
    """Every model with its lab and results, every provider, every offer."""
    names: dict[str, str] = {}
    pages: dict[str, str | None] = {}
    for file, fields in _each(path, "providers/*/provider.toml"):
        if isinstance(fields, Reject):
            yield fields
            continue
        folder = file.parent.name
        names[folder] = cells.name(_SITE.sub("", cells.clean(fields.get("name")))) or folder
        pages[folder] = cells.link(fields.get("doc"))
        company = Ref(kind="Company", name=names[folder])
        said = Claim(where=_place(file, path), link=pages[folder], spelt=(company.name,))
        yield Thing(ref=company, claims=(said,), at=_at(file, path))
    bases: dict[str, tuple[Ref, Fields]] = {}
    known: set[str] = set()
    labs: dict[str, str] = {}
    for file, fields in _each(path, "models/*/**/*"):
        if isinstance(fields, Reject):
            yield fields
            continue
        lab, *_ = file.relative_to(path / "models").parts
        name = cells.name(fields.get("name")) or _stem(file)
        date = cells.date(fields.get("release_date"))
        ref = Ref(kind="Model", name=name, maker=names.get(lab, lab), date=date)
        bases[_place(file, path).removeprefix("models/")] = (ref, fields)
        known.add(_id(ref))
        labs[identify("Company", ref.maker or "").id] = ref.maker or ""
        yield from _model(ref, fields, file, path)
    for file, fields in _each(path, "providers/*/models/**/*"):
        if isinstance(fields, Reject):
            yield fields
            continue
        folder, *_ = file.relative_to(path / "providers").parts
        base = bases.get(str(fields.get("base_model")))
        offer = Claim(where=_place(file, path), link=pages.get(folder), figures=_terms(fields))
        provider = names.get(folder, folder)
        ref = yield from _offer(provider, offer, base, fields, file, path)
        if _id(ref) not in known:
            maker = ref.maker if base else _builder(ref, ref.maker or provider, labs)
            yield from _implied(maker, ref, offer, _at(file, path))


def _model(ref: Ref, fields: Fields, file: Path, root: Path) -> Iterator[Record]:
    at, said = _at(file, root), _said(fields, file, root)
    aliases = (_stem(file),) if _same(ref, _stem(file)) else ()
    yield Thing(ref=ref, aliases=aliases, claims=(said,), at=at)
    lab = Ref(kind="Company", name=ref.maker or "")
    claim = Claim(where=said.where, date=said.date, link=said.link, spelt=(lab.name, ref.name))
    yield Edge(source=lab, type="BUILDS", target=ref, claim=claim, at=at)
    for result in _tables(fields, "benchmarks"):
        benchmark, score = cells.name(result.get("name")), cells.figure(result.get("score"))
        if benchmark is None or score is None:
            continue
        given = (cells.figure(result.get(field)) for field in ("variant", "harness", "dataset"))
        claim = Claim(
            where=f"{said.where} · benchmarks",
            spelt=(ref.name, benchmark),
            score=score,
            unit=cells.figure(result.get("metric")),
            conditions=cells.figure(", ".join(filter(None, given))),
            date=cells.date(result.get("date")),
            link=cells.link(result.get("source")),
        )
        target = Ref(kind="Benchmark", name=benchmark)
        yield Edge(source=ref, type="EVALUATED_ON", target=target, claim=claim, at=at)


def _offer(
    provider: str,
    offer: Claim,
    base: tuple[Ref, Fields] | None,
    fields: Fields,
    file: Path,
    root: Path,
) -> Generator[Record, None, Ref]:
    """An offer inherits what it leaves out; under a name of its own it may be another version.

    Returns the model that is offered.
    """
    at = _at(file, root)
    own = cells.name(fields.get("name"))
    inherits = base[1] if base and own in (None, base[0].name) else {}
    said = _said({**inherits, **fields}, file, root)
    name = own or (base[0].name if base else _stem(file))
    maker = base[0].maker if base else _vendor(file, root)
    ref = Ref(kind="Model", name=name, maker=maker, date=said.date)
    spelt = (ref.name, _stem(file)) if _same(ref, _stem(file)) else (ref.name,)
    if not base or own is not None:
        yield Thing(ref=ref, claims=(said.model_copy(update={"spelt": spelt}),), at=at)
    claim = offer.model_copy(update={"date": said.date, "spelt": (provider, *spelt)})
    company = Ref(kind="Company", name=provider)
    yield Edge(source=company, type="OFFERS", target=ref, claim=claim, at=at)
    return ref


@functools.lru_cache(maxsize=_REMEMBERED)
def _id(ref: Ref) -> str:
    return identify("Model", ref.name, context=ref.maker, date=ref.date).id


def _same(ref: Ref, stem: str) -> bool:
    """Whether the name of the file is another of the model; some files were copied from another."""
    return stem != ref.name and _id(ref.model_copy(update={"name": stem})) == _id(ref)


def _builder(ref: Ref, said: str, labs: dict[str, str]) -> str | None:
    """Who built an offered model: who is named in the path or offers it, if the table agrees."""
    found = _known(ref.name, said)
    return labs.get(identify("Company", said).id, found) if found else None


@functools.lru_cache(maxsize=_REMEMBERED)
def _known(name: str, said: str) -> str | None:
    found = builder(name, context=said)
    return found.name if found else None


def _implied(lab: str | None, ref: Ref, offer: Claim, at: Line) -> Iterator[Record]:
    if lab:
        said: Fields = {
            "certainty": "implied",
            "date": ref.date,
            "spelt": (lab, ref.name),
            "figures": {},
        }
        claim = offer.model_copy(update=said)
        company = Ref(kind="Company", name=lab)
        yield Edge(source=company, type="BUILDS", target=ref, claim=claim, at=at)


def _vendor(file: Path, root: Path) -> str | None:
    """The organisation that the path of an offer names, the last of them."""
    _, _, *folders, _ = file.relative_to(root / "providers").parts
    known = (part for part in reversed(folders) if shipped_table().organisation(part))
    return next(known, None)


def _said(fields: Fields, file: Path, root: Path) -> Claim:
    """What a file says of a model; weights that are not open can be had as a service."""
    found = [*_tables(fields, "weights"), *_tables(fields, "links")]
    weights = fields.get("open_weights")
    return Claim(
        where=_place(file, root),
        spelt=(cells.name(fields.get("name")) or _stem(file),),
        date=cells.date(fields.get("release_date")),
        licence=cells.figure(fields.get("license")),
        access=None if weights is None else "open" if weights else "limited",
        link=next(filter(None, (cells.link(page.get("url")) for page in found)), None),
    )


def _terms(fields: Fields) -> dict[str, str]:
    """On what terms a provider offers a model."""
    cost, limit = (fields.get(name) for name in ("cost", "limit"))
    cost, limit = (one if isinstance(one, dict) else {} for one in (cost, limit))
    return cells.figures(
        context=cells.figure(limit.get("context"), "tokens"),
        input_price=cells.figure(cost.get("input"), "USD per million tokens"),
        output_price=cells.figure(cost.get("output"), "USD per million tokens"),
    )


def _tables(fields: Fields, name: str) -> list[Fields]:
    given = fields.get(name)
    return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []


def _stem(file: Path) -> str:
    return file.name.removesuffix(".toml")


def _place(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix().removesuffix(".toml")


def _at(file: Path, root: Path) -> Line:
    return Line(file=file.relative_to(root).as_posix(), line=1)


def _each(root: Path, pattern: str) -> Iterator[tuple[Path, Fields | Reject]]:
    """The records of the files; a checkout makes a line of text of a link that dangles."""
    for file in found(root, pattern, _WHAT):
        if file.suffix in {".md", ".json", ".svg"}:
            continue
        raw = text(file)
        try:
            yield file, tomllib.loads(raw)
        except tomllib.TOMLDecodeError as error:
            if "\n" in raw.strip() or not raw.strip().endswith(".toml"):
                at, stem = _at(file, root), _stem(file)
                yield (
                    file,
                    Reject(at=at, record=stem, field="file", got=str(error), expected="TOML"),
                )
