"""The loader of awesome-LLMs-In-China: its tables of models, and who builds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from trendweave.graph.errors import InputError
from trendweave.graph.model import Claim, Edge, Line, Record, Ref, SourceInfo, Thing

from . import cells
from .inputs import Row, found, text

SOURCE = SourceInfo(
    id="llms-in-china",
    title="Awesome LLMs In China",
    title_zh="中国大模型列表",
    publisher="走向未来",
    date="2024-11-30",
    licence="Apache-2.0",
    attribution="微信公众号：走向未来, github.com/wgwang/awesome-LLMs-In-China",
    link="https://github.com/wgwang/awesome-LLMs-In-China",
)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_ITEM = re.compile(rf"{_LINK.pattern}|([^,，、\[\]]+)")
_JOINED = re.compile(r"[&＆+＋、,，]")
_BASES = re.compile(r"基于\s*([A-Za-z][\w.\- ]*(?:[和或、][A-Za-z][\w.\- ]*)*)", re.ASCII)
_ANY_FIELD = "通用"
_PLACES = {"台湾": "TW", "香港": "HK", "澳门": "MO"}
_HAN = re.compile(r"[\u4e00-\u9fff]")


def records(path: Path) -> Iterator[Record]:
    """Every model of every table that has companies and models."""
    what = "the folder of awesome-LLMs-In-China (its README.md)"
    (file, *_) = [path] if path.is_file() else found(path, "README.md", what)
    read = 0
    for number, row in _rows(text(file)):
        read += 1
        at = Line(file=file.name, line=number)
        models = list(_models(row.get("大模型", "")))
        builders = [
            one for part in _JOINED.split(_plain(row.get("公司", ""))) if (one := cells.name(part))
        ]
        for builder in builders:
            claim = Claim(where=f"line {number} · 公司", country=_country(row), spelt=(builder,))
            company = Ref(kind="Company", name=builder)
            yield Thing(ref=company, name_zh=_zh(builder), claims=(claim,), at=at)
        for name, link in models:
            ref = Ref(kind="Model", name=name, maker=cells.makers(builders))
            said = Claim(where=f"line {number} · 大模型", spelt=(name,), link=link)
            yield Thing(ref=ref, name_zh=_zh(name), claims=(said,), at=at)
            yield from _edges(ref, builders, row, said, at)
            if len(models) == 1:
                yield from _bases(ref, row, number, at)
    if not read:
        raise InputError(f"{file.name} has no table of 公司 and 大模型: name {what}.")


def _edges(ref: Ref, builders: list[str], row: Row, said: Claim, at: Line) -> Iterator[Record]:
    for builder in builders:
        claim = said.model_copy(update={"spelt": (builder, ref.name)})
        company = Ref(kind="Company", name=builder)
        yield Edge(source=company, type="BUILDS", target=ref, claim=claim, at=at)
    field = cells.name(row.get("类别"))
    if field and field != _ANY_FIELD:
        where = said.where.replace("大模型", "类别")
        claim = said.model_copy(update={"where": where, "spelt": (ref.name, field)})
        industry = Ref(kind="Industry", name=field)
        yield Edge(source=ref, type="APPLIED_IN", target=industry, claim=claim, at=at)


def _bases(ref: Ref, row: Row, number: int, at: Line) -> Iterator[Record]:
    """What the only model of a row is built on, where the remark begins by saying so."""
    said = _BASES.match(_plain(row.get("说明", "")))
    for part in re.split(r"[和或、]", said.group(1)) if said else ():
        base = cells.name(part.strip(" -"))
        if base and base != ref.name:
            claim = Claim(where=f"line {number} · 说明", spelt=(ref.name, base))
            target = Ref(kind="Model", name=base)
            yield Edge(source=ref, type="BASED_ON", target=target, claim=claim, at=at)


def _rows(raw: str) -> Iterator[tuple[int, Row]]:
    """The rows of the tables that list models, by column; cells that a row lacks are empty."""
    header: list[str] = []
    for number, line in enumerate(raw.split("\n"), 1):
        if not line.startswith("|"):
            header = []
            continue
        found = [cell.strip() for cell in line.strip().removeprefix("|").split("|")]
        if not header:
            header = found
        elif {"公司", "大模型"} <= set(header) and not set(line) <= set("|:- "):
            yield number, dict(zip(header, found, strict=False))


def _models(cell: str) -> Iterator[tuple[str, str | None]]:
    """The models of a cell: links and plain names; text right behind a link is a remark."""
    end = 0
    for item in _ITEM.finditer(cell):
        linked, address, plain = item.groups()
        behind = plain is not None and end and item.start() == end
        end = item.end() if linked is not None else 0
        if not behind:
            for part in re.split(r"[、，]", linked or plain or ""):
                if name := cells.name(part):
                    yield name, cells.link(address)


def _plain(cell: str) -> str:
    return _LINK.sub(r"\1", cell)


def _country(row: Row) -> str | None:
    """The table of China says the province; the one of others says nothing."""
    place = cells.name(row.get("省市"))
    return _PLACES.get(place[:2], "CN") if place else None


def _zh(name: str) -> str | None:
    return name if _HAN.search(name) else None
