"""Which names look as if they meant one thing, and in what way. A likeness only proposes.

Only names that agree in every number, version, size, tier and variant are compared, so that what
a letter tells apart is never taken for a slip.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .identity.dates import agree
from .identity.models import TIERS, VARIANTS, parse
from .identity.normal import HAN, clean, lookup
from .identity.organisations import is_acronym

_GENERIC = {
    "Company": """ai inc ltd co corp corporation company technology technologies tech labs lab
        laboratory laboratories group holdings holding international global systems robotics robot
        robots intelligence software solutions research team the university institute studio studios
        集团 公司 科技 智能 技术 信息 网络 人工智能 机器人 研究院 实验室""",
    "Model": "ai model models series llm the 大模型 模型 系列",
    "Product": "ai app robot robots the platform humanoid 平台 机器人 系统 智能体",
    "Dataset": "dataset datasets data corpus the set 数据集 语料库",
    "Benchmark": "benchmark bench eval test the 基准 评测",
    "Hardware": "gpu tpu chip accelerator card the",
}
_TELLING = TIERS | VARIANTS
_PLAIN = "the a an of and for 的"
_SMALL = ("of", "and", "the", "for", "in", "at")
SAME_NAME, SAME_WORDS = 1.0, 0.97
"""How alike things are that bear one name, or one but for the order of its words."""
_MOST_ALIKE = 40
"""Names of one block beyond which it tells nothing: everything is called so."""
_MANY_FORMS = 600
_LONG = 6
"""Letters from which one that differs may be a slip."""
_COINED = ("Company", "Model", "Product", "Dataset", "Benchmark", "Hardware", "Person")
_BY_INITIALS = ("Company", "Dataset", "Benchmark")


class Named(NamedTuple):
    """A thing by its names, the usual one first."""

    id: str
    names: tuple[str, ...]
    links: frozenset[str] = frozenset()


class Likeness(NamedTuple):
    """Two things, how alike they are (to 1), and in what."""

    one: str
    other: str
    score: float
    reason: str


class _Form(NamedTuple):
    id: str
    text: str
    words: tuple[str, ...]
    marks: tuple[object, ...]
    """Everything in it that tells things apart: numbers, versions, sizes, tiers, variants."""

    @property
    def letters(self) -> str:
        return "".join(self.words)


def alike(kind: str, things: Sequence[Named]) -> list[Likeness]:
    """The pairs of things of a kind that look like one, each once, in the way that says most."""
    forms = [form for thing in things for name in thing.names if (form := _form(kind, thing, name))]
    usual = {thing.id: thing.names[0] for thing in things}
    best: dict[tuple[str, str], Likeness] = {}
    for found in (
        *_same_name(things),
        *_same_words(kind, forms),
        *_initials(kind, forms),
        *_slips(kind, forms),
        *_same_page(things, forms),
    ):
        pair = min(found.one, found.other), max(found.one, found.other)
        if kind == "Model" and not _agree(usual[found.one], usual[found.other]):
            continue
        if pair not in best or best[pair].score < found.score:
            best[pair] = found
    return [best[pair] for pair in sorted(best)]


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"[^\W\d_{HAN}]+|[{HAN}]+|\d+"),
        re.compile(r"\d+"),
        # A number with the letter or two behind it, or a letter alone: 21k, 1D, X.
        re.compile(r"\d[\d.]*(?:[a-z]{1,2}(?![a-z]))?|(?<![a-z])[a-z](?![a-z])"),
    )


def _form(kind: str, thing: Named, name: str) -> _Form | None:
    text = clean(name)
    words, numbers, code = _patterns()
    found = tuple(words.findall(text))
    if not found or len(text) > 200:
        return None
    marks: tuple[object, ...]
    if kind == "Model":
        parsed = parse(name)
        codes = tuple(part for part in parsed.family if numbers.search(part))
        marks = (*parsed[1:], codes, tuple(sorted(filter(str.isalpha, code.findall(text)))))
        plain = [part for part in parsed.family if part not in codes]
        found = tuple(word for part in plain for word in words.findall(part))
    else:
        codes = tuple(sorted(code.findall(text)))
        marks = (codes, tuple(word for word in found if word in _TELLING))
        found = tuple(w for w in found if not numbers.search(w) and w not in _TELLING)
    return _Form(thing.id, name, found, marks) if "".join(found) else None


def _pairs(block: Iterable[_Form], most: int = _MOST_ALIKE) -> Iterator[tuple[_Form, _Form]]:
    forms = list(block)
    if len({form.id for form in forms}) <= most:
        for one, other in itertools.combinations(forms, 2):
            if one.id != other.id:
                yield one, other


def _same_name(things: Iterable[Named]) -> Iterator[Likeness]:
    called: dict[str, dict[str, str]] = defaultdict(dict)
    for thing in things:
        for name in thing.names:
            called[lookup(name)].setdefault(thing.id, name)
    for key_, ids in called.items():
        if key_ and 1 < len(ids) <= _MOST_ALIKE:
            for one, other in itertools.combinations(sorted(ids), 2):
                yield Likeness(one, other, SAME_NAME, f"both are called “{ids[one]}”")


def _agree(one: str, other: str) -> bool:
    """Whether two models may be one by their usual names: no part of them contradicts another.

    A version or a size that only one of them says is no contradiction.
    """
    first, second = parse(one), parse(other)
    open_ = all(
        not mine or not theirs or mine == theirs
        for mine, theirs in ((first.versions, second.versions), (first.sizes, second.sizes))
    )
    fixed = (first.tiers, first.variants) == (second.tiers, second.variants)
    dated = first.snapshot, second.snapshot
    return open_ and fixed and (dated[0] == dated[1] or (all(dated) and agree(*map(str, dated))))


def _same_words(kind: str, forms: Iterable[_Form]) -> Iterator[Likeness]:
    generic = {*_GENERIC.get(kind, "").split(), *_PLAIN.split()}
    blocks: dict[tuple[object, ...], list[_Form]] = defaultdict(list)
    for form in forms:
        core = sorted(word for word in form.words if word not in generic)
        if len("".join(core)) > 2:
            blocks[tuple(core), form.marks].append(form)
    for block in blocks.values():
        for one, other in _pairs(block):
            extra = set(one.words) ^ set(other.words)
            if not extra:
                reason = f"“{one.text}” and “{other.text}” have the same words"
                yield Likeness(one.id, other.id, SAME_WORDS, reason)
            else:
                added = "”, “".join(sorted(extra))
                reason = f"“{one.text}” and “{other.text}” differ in “{added}” alone"
                yield Likeness(one.id, other.id, 0.88 - 0.03 * len(extra), reason)


def _initials(kind: str, forms: Iterable[_Form]) -> Iterator[Likeness]:
    if kind not in _BY_INITIALS:
        return
    short: dict[str, list[_Form]] = defaultdict(list)
    long: list[_Form] = []
    for form in forms:
        bare = form.text.strip()
        if bare.isascii() and bare.isalpha() and bare.isupper() and 3 <= len(bare) <= 8:
            short[bare.casefold()].append(form)
        elif len(form.words) > 2:
            long.append(form)
    for form in long:
        whole = "".join(word[0] for word in form.words)
        some = "".join(word[0] for word in form.words if word not in _SMALL)
        for other in {*short.get(whole, ()), *short.get(some, ())}:
            if other.id != form.id and is_acronym(form.text, other.text):
                reason = f"“{other.text}” are the initials of “{form.text}”"
                yield Likeness(other.id, form.id, 0.9 if len(other.text) > 3 else 0.8, reason)


def _slips(kind: str, forms: Iterable[_Form]) -> Iterator[Likeness]:
    """Names of which one word differs by a letter, or which are only set otherwise.

    In Latin letters, for in Chinese each letter is a word; and never in words of the language.
    """
    from rapidfuzz.distance import Levenshtein

    if kind not in _COINED:
        return
    blocks: dict[tuple[object, ...], dict[tuple[str, tuple[str, ...]], _Form]] = defaultdict(dict)
    for form in forms:
        if form.letters.isascii() and len(form.letters) >= _LONG:
            for edge in (form.letters[:3], "-" + form.letters[-3:]):
                blocks[form.marks, edge].setdefault((form.id, form.words), form)
    for block in blocks.values():
        for one, other in _pairs(sorted(block.values())[:_MANY_FORMS], _MANY_FORMS):
            texts = f"“{one.text}” and “{other.text}”"
            if one.letters == other.letters:
                yield Likeness(one.id, other.id, 0.96, f"{texts} differ only in how they are set")
                continue
            if len(one.words) != len(other.words):
                continue
            unlike = [(w, v) for w, v in zip(one.words, other.words, strict=True) if w != v]
            shortest = min(map(len, unlike[0]))
            if len(unlike) == 1 and (shortest >= _LONG or (shortest > 3 and len(one.words) > 1)):
                apart = Levenshtein.distance(*unlike[0], score_cutoff=1)
                if apart == 1:
                    score = 0.93 - 0.6 / len(one.letters)
                    yield Likeness(one.id, other.id, score, f"{texts} differ by one letter")


def _same_page(things: Iterable[Named], forms: Iterable[_Form]) -> Iterator[Likeness]:
    from rapidfuzz import fuzz

    linked: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        for link in thing.links:
            linked[link].add(thing.id)
    of: dict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        of[form.id].append(form)
    for link, ids in linked.items():
        if len(ids) != 2:
            continue
        one, other = sorted(ids)
        near = [
            fuzz.token_set_ratio(a.text.casefold(), b.text.casefold())
            for a in of[one]
            for b in of[other]
            if a.marks == b.marks
        ]
        if near:
            score = 0.45 + 0.35 * max(near) / 100
            yield Likeness(one, other, score, f"both give the page {link}")
