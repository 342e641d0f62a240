"""Products, datasets, hardware and all else: the table, a maker in front, codes of a maker."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from .choice import Identified, Makers, answered, choose, is_code
from .normal import HAN, clean, key, slug
from .organisations import brackets, is_acronym, org_key
from .table import AliasTable, Entry

_TAILS = {
    "Dataset": ("dataset", "datasets", "data set", "数据集", "语料库"),
    "Benchmark": ("benchmark", "基准测试", "基准", "评测集"),
    "Hardware": (" gpus", " gpu"),
}
_GLOSSED = {"Dataset", "Benchmark", "Technique"}
_ROBOT = (" humanoid robot", " humanoid", " robot", "人形机器人", "机器狗")
_LINES_ZH = {
    "昇腾": "ascend",
    "征程": "journey",
    "含光": "hanguang",
    "骁龙": "snapdragon",
    "天玑": "dimensity",
    "麒麟": "kirin",
    "鲲鹏": "kunpeng",
    "玄戒": "xring",
    "思元": "siyuan",
    "树莓派": "raspberry pi ",
}
_LINES = frozenset({"instinct", "radeon", "geforce", "tesla", "habana"})
_BRACKETS = str.maketrans("()（）[]", "      ")
_LONGEST_MAKER = 60
_MOST_EDGES = 4
_NO_MAKER = {"Person", "Industry"}


def find(kind: str, name: str, who: Makers, table: AliasTable) -> Identified:
    """What is called ``name``, where it is neither an organisation nor a model."""
    prefix = slug(kind)
    if kind in _GLOSSED:
        name = _without_gloss(_without_path(name, table))
    if kind == "Benchmark":
        name = _year().sub(r" 20\1", name)
    if kind == "Hardware":
        name = _plain_hardware(name)
    entry = _twice_named(kind, name, table)
    if entry is not None:
        return answered(entry, "two names of one")
    foreign: tuple[Entry, ...] = ()
    for spelt in _spellings(kind, name):
        chosen = choose(table.senses(kind, spelt), who, table, telling=_tells(kind, spelt))
        if chosen.entry is not None:
            return answered(chosen.entry, "alias table", chosen.senses)
        if chosen.foreign:
            foreign = chosen.senses
        entry = _without_maker(kind, spelt, who, table)
        if entry is not None:
            return answered(entry, "alias table, without the maker")
        entry = _with_maker(kind, spelt, who, table)
        if entry is not None:
            return answered(entry, "alias table, with the maker")
    if kind == "Product" and any(map(str.isdigit, _not_called_robot(name))):
        name = _not_called_robot(name)
    bare, who = _code_of_maker(kind, _without_tail(kind, name), who, table)
    if bare is not None:
        chosen = choose(table.senses(kind, bare), who, table, telling=_tells(kind, bare))
        if chosen.entry is not None and kind == "Product":
            return answered(chosen.entry, "alias table, without the maker", chosen.senses)
        foreign = foreign or chosen.senses
    own = slug(_without_brackets(_unpadded(kind, bare or _without_tail(kind, name))))
    if kind == "Product" and who.suffix and (foreign or is_code(bare or name)):
        alternatives = tuple(entry.id for entry in foreign)
        return Identified(
            f"{prefix}:{own}-{who.suffix}", name.strip(), None, "name and maker", None, alternatives
        )
    return Identified(f"{prefix}:{own}", name.strip(), None, "from the name")


def _twice_named(kind: str, name: str, table: AliasTable) -> Entry | None:
    """What is named twice, in brackets or in the other script: ``扣子 Coze``, ``扣子（Coze）``."""
    outside, inside = brackets(name)
    pair = (outside, inside[0]) if len(inside) == 1 else _scripts(name)
    found = [set(table.senses(kind, part)) for part in pair if part]
    both = set.intersection(*found) if len(found) == 2 else set()
    return next(iter(both)) if len(both) == 1 else None


def _scripts(name: str) -> tuple[str, ...]:
    """The Chinese and the other half of a name that has both."""
    halves = re.fullmatch(rf"([{HAN}]+)\s*([^{HAN}]+)|([^{HAN}]+?)\s*([{HAN}]+)", name.strip())
    return tuple(half for half in halves.groups() if half) if halves else ()


def _plain_hardware(name: str) -> str:
    """One spelling of a chip's line, memory and form: ``80 GB``, ``SXM4``, ``昇腾``."""
    for line, usual in _LINES_ZH.items():
        name = re.sub(rf"{line}\s*(?=\d)", f"{usual} ", name)
    name = re.sub(r"(?<=\d)\s+(?=gb\b)", "", name, flags=re.IGNORECASE)
    name = re.sub(r"\bsxm[456]\b", "SXM", name, flags=re.IGNORECASE)
    form = re.search(r"\s(\d+gb)\s+(sxm|pcie)\b", name, flags=re.IGNORECASE)
    return name.replace(form[0], f" {form[2]} {form[1]}") if form else name


@functools.cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\s*['’](2\d)(?!\d)")


def _spellings(kind: str, name: str) -> Iterator[str]:
    """The name as the table may have it: no tail, brackets, padding of its number or plural."""
    found = [name, _without_tail(kind, name), _without_brackets(name)]
    if kind == "Product":
        plain = _unpadded(kind, name)
        found.append(_not_called_robot(name))
        found += [plain, _number().sub(r"0\1", plain)]
    if kind == "Technique":
        found.append(name.removesuffix("s"))
    yield from dict.fromkeys(one for one in found if one)


def _not_called_robot(name: str) -> str:
    """A robot is no other for being called one."""
    bare = " ".join(name.split())
    for tail in _ROBOT:
        if bare.casefold().endswith(tail) and len(bare) > len(tail):
            return bare[: -len(tail)].rstrip(" -_")
    return name


def _unpadded(kind: str, name: str) -> str:
    """A robot's number without its padding: Figure 02 is Figure 2."""
    return _padding().sub(r"\1", name) if kind == "Product" else name


@functools.cache
def _padding() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.])0(\d)(?![\d.])")


@functools.cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.])(\d)(?![\d.])")


def _tells(kind: str, name: str) -> bool:
    """Whether a name says more than a code or, of a product, a word that any maker may use."""
    return not is_code(name) and (kind != "Product" or " " in name.strip())


def _without_path(name: str, table: AliasTable) -> str:
    """The name without the account it is kept in: ``allenai/dolma``."""
    account, slash, rest = name.partition("/")
    return rest if slash and rest and table.organisation(account) else name


def _without_gloss(name: str) -> str:
    """The long form where brackets hold its initials or the other way: ``PDB (Protein …)``."""
    outside, inside = brackets(name)
    if not outside or len(inside) != 1:
        return name
    if is_acronym(outside, inside[0]):
        return outside
    return inside[0] if is_acronym(inside[0], outside) else name


def _without_brackets(name: str) -> str:
    """What stands in brackets as a word of the name: ``SWE-bench (Verified)``."""
    return name.translate(_BRACKETS)


def _without_tail(kind: str, name: str) -> str:
    """A dataset is no other for being called one."""
    bare = " ".join(name.split())
    for tail in _TAILS.get(kind, ()):
        if bare.casefold().endswith(tail) and len(bare) > len(tail):
            bare = bare[: -len(tail)].rstrip(" -_")
            break
    if kind == "Dataset" and bare.casefold().startswith("the "):
        bare = bare[4:]
    return bare if bare else name


def _without_maker(kind: str, name: str, who: Makers, table: AliasTable) -> Entry | None:
    """Only a maker that the table knows, in front of a name that the table knows, is taken off."""
    if kind in _NO_MAKER:
        return None
    whole = key(name)
    for cut in range(1, min(len(whole), _LONGEST_MAKER)):
        for company in table.of_key("Company", whole[:cut]):
            if who.ids and company.id not in who.ids:
                continue
            for entry in table.of_key(kind, whole[cut:].lstrip("-")):
                if entry.maker and company.id in entry.maker.split("|"):
                    return entry
    return None


def _with_maker(kind: str, name: str, who: Makers, table: AliasTable) -> Entry | None:
    """The thing that the table knows by this name with its maker in front."""
    for maker in sorted(who.ids):
        company = table.entry(maker)
        for form in (*company.forms, who.core) if company else ():
            for entry in table.senses(kind, f"{form} {name}"):
                if entry.maker and maker in entry.maker.split("|"):
                    return entry
    return None


@functools.cache
def _edges() -> re.Pattern[str]:
    return re.compile(rf"[\s\-_]+|(?<=[{HAN}])(?=[^{HAN}\s])")


def _code_of_maker(
    kind: str, name: str, who: Makers, table: AliasTable
) -> tuple[str | None, Makers]:
    """A code without its maker in front, and the maker: ``Unitree B2`` is the B2 of Unitree."""
    if kind not in ("Product", "Hardware"):
        return None, who
    text = clean(name)
    for edge in itertools.islice(_edges().finditer(text), _MOST_EDGES):
        front, rest = text[: edge.start()], text[edge.end() :]
        if not any(map(str.isdigit, rest)) and (kind != "Hardware" or " " not in rest):
            break
        if not any(map(str.isalpha, rest)):
            continue
        company = table.organisation(front)
        if (company and (not who.ids or table.related((company.id,), who.ids))) or (
            who.said and not company and org_key(front) == who.core
        ):
            if company and not who.said:
                who = Makers(front, frozenset((company.id,)))
            text = rest
            break
    if kind == "Hardware":
        words = [word for word in text.split() if word not in _LINES]
        text = " ".join(words) or text
    return (text if text != clean(name) else None), who
