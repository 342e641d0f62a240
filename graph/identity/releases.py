"""Which release a model's name means: family, vendor in front, snapshot, words that add nothing."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from . import dates
from .choice import Choice, Makers, choose, is_code
from .models import TIERS, VARIANTS, Parsed, parse
from .normal import HAN, clean
from .organisations import brackets, is_acronym, is_gloss, org_key
from .table import AliasTable, Entry, Release

_HOSTS = frozenset({"azure", "databricks", "bedrock", "vertex", "alicloud", "groq", "cerebras"})
_TAGS = frozenset({"free", "nitro", "floor", "exacto", "extended", "beta"})
_NO_NAME = TIERS | VARIANTS | {"model"}
_MOST = 4


class Found(NamedTuple):
    """What a name turned out to mean: a known thing, a later release of one, or neither."""

    entry: Entry | None
    parsed: Parsed
    rule: str
    version_of: str | None = None
    senses: tuple[Entry, ...] = ()
    foreign: bool = False


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"(?:[~@]?[\w.\-]+/)+(?=[a-z])([\w.:@+\-]+)"),
        re.compile(r"(?:(?:us|eu|au|jp|ca|apac|global|us-gov)\.)?([a-z0-9\-]+)\.([a-z][\w.:\-]+)"),
        re.compile(rf"[\s\-_/]+|(?<=[{HAN}])(?=[^{HAN}\s])"),
        re.compile(r"-v1$"),
        re.compile(r"(?:us|eu|au|jp|ca|apac|global) (?=[a-z])"),
        re.compile(
            r"(?:llama3(?:\.\d)?|gemma[23]?|qwen2(?:\.5)?(?:-coder|-math)?|codellama|mixtral|olmo2"
            r"|(llama2)):\d+(?:x\d+)?(?:\.\d+)?b"
        ),
    )


def find(name: str, who: Makers, date: str | None, table: AliasTable) -> Found:
    """What the model called ``name`` is, as far as the table knows."""
    best: Found | None = None
    for said, makers in _readings(name, who, table):
        parsed = table.usual(parse(said), makers.ids)
        if not parsed.family:
            continue
        found = _known(parsed, makers, date, table)
        if found.entry is not None or found.version_of or found.foreign:
            return found
        best = best or found
    return best or Found(None, parse(name), "from the name")


def _readings(name: str, who: Makers, table: AliasTable) -> Iterator[tuple[str, Makers]]:
    """The name without vendor's path and gloss, with and without the builder in front."""
    bare, makers = _offered(clean(name), who, table)
    outside, inside = brackets(bare)
    written, texts = brackets(" ".join(name.split()))
    if (
        outside
        and inside
        and (
            (len(texts) == len(inside) and all(_says_again(written, text) for text in texts))
            or (len(inside) == 1 and _same(outside, inside[0], makers, table))
        )
    ):
        bare = outside
    yield from _without_front(bare, makers, table)
    yield bare, makers
    if " / " in bare:
        for part in bare.split(" / "):
            if table.models(parse(part)):
                yield part, makers
    if outside and len(inside) == 1 and table.organisation(inside[0]):  # GLM-5.1 (Alibaba Cloud)
        yield outside, makers


def _says_again(outside: str, inside: str) -> bool:
    return is_gloss(outside, inside) or is_acronym(inside, outside)


def _same(one: str, other: str, makers: Makers, table: AliasTable) -> bool:
    first, second = (
        _known(table.usual(parse(n), makers.ids), makers, None, table).entry for n in (one, other)
    )
    return first is not None and first == second


def _offered(text: str, who: Makers, table: AliasTable) -> tuple[str, Makers]:
    """The name without the path, the vendor and the tag that an offer gives it."""
    path, dotted, _, version, region, unsaid = _patterns()
    text = text.removeprefix("hf:").split("@default")[0]
    if match := path.fullmatch(text):
        vendor = text[: match.start(1) - 1].rpartition("/")[2]
        if re.search(r"\d|-", match[1]) or table.organisation(vendor):
            text, who = match[1], _or(who, vendor, table)
    if match := unsaid.fullmatch(text):  # what Ollama serves where a tag says only the size
        text = f"{text}-{'chat' if match[1] else 'instruct'}"
    if (match := region.match(text)) and table.organisation(text[match.end() :].split()[0]):
        text = text[match.end() :]
    front, colon, rest = text.partition(":")
    if colon and rest[:1] == " ":
        parsed = parse(rest)
        known = table.organisation(front)
        if known or ((parsed.sizes or parsed.versions) and " " not in front.strip()):
            text, who = rest.strip(), _or(who, front, table)
    front, slash, rest = text.partition("/")
    if slash and rest[:1].isalpha() and " " not in front and table.organisation(front):
        text, who = rest, _or(who, front, table)
    front, dashes, rest = text.partition("--")
    if dashes and rest and table.organisation(front):
        text, who = rest, _or(who, front, table)
    if (match := dotted.fullmatch(text)) and table.organisation(match[1]):
        rest = version.sub("", match[2])
        text = rest if parse(rest).family else f"{match[1]} {rest}"
        who = _or(who, match[1], table)
    while ":" in text and text.rpartition(":")[2].strip() in _TAGS:
        text = text.rpartition(":")[0]
    return text, who


def _or(who: Makers, vendor: str, table: AliasTable) -> Makers:
    """The makers that were given, else the vendor in the name."""
    if who.said is not None:
        return who
    return Makers(None, table.organisations(vendor))


def _without_front(text: str, who: Makers, table: AliasTable) -> Iterator[tuple[str, Makers]]:
    """The name without an organisation in front that builds what the rest names."""
    edges = list(itertools.islice(_patterns()[2].finditer(text[:60]), _MOST))
    cuts = [(text[: m.start()], text[m.end() :], m[0].isspace()) for m in edges]
    if text[:1] > "\u3400":
        cuts += [(text[:i], text[i:], False) for i in range(2, min(len(text), 9))]
    for front, rest, spaced in cuts:
        company, maker = table.organisation(front) if front else None, who
        ours = who.said is not None and not company and org_key(front) == who.core
        if not rest or not (company or ours or front in _HOSTS):
            continue
        parsed = parse(rest)
        family = _family(parsed, table)
        if company is not None:
            named = Makers(who.said, who.ids or frozenset((company.id,)))
            senses = [e for reduced, _ in _reductions(parsed) for e in table.models(reduced)]
            senses += [family] if family else []
            if any(e.maker and table.related([company.id], e.maker.split("|")) for e in senses):
                yield rest, named
                continue
            ours = who.said is None or company.id in who.ids
            maker = who if who.said else named
        if ours and spaced and family is None and _tells(parsed, front, table):
            yield rest, maker
        if front in _HOSTS and family and (parsed.versions or parsed.sizes):
            yield rest, who


def _tells(parsed: Parsed, front: str, table: AliasTable) -> bool:
    """Whether the rest tells enough without its builder in front, whose name is no model's too."""
    words = any(
        len(word) > 2 and word not in _NO_NAME and not is_code(word) for word in parsed.family
    )
    named = parse(front).key in table.families
    return words and not named and bool(parsed.versions or parsed.sizes)


def family(name: str, who: Makers, table: AliasTable) -> Entry | None:
    """The family that a model's name begins with, the builder in front of it or not."""
    for said, makers in _readings(name, who, table):
        if found := _family(table.usual(parse(said), makers.ids), table):
            return found
    return None


def _family(parsed: Parsed, table: AliasTable) -> Entry | None:
    """The family whose name the parts begin with."""
    for count in range(len(parsed.family), 0, -1):
        entry = table.families.get(Parsed(parsed.family[:count]).key)
        if entry is not None:
            return entry
    return None


def _known(parsed: Parsed, who: Makers, date: str | None, table: AliasTable) -> Found:
    telling = not parsed.bare or (len(parsed.family) > 1 and not is_code("".join(parsed.family)))
    refused: Choice | None = None
    for reduced, dropped in _reductions(parsed):
        chosen = choose(table.models(reduced), who, table, telling=telling)
        if chosen.foreign or (chosen.senses and chosen.entry is None):
            refused = refused or chosen
        if chosen.entry is None:
            continue
        entry, release = chosen.entry, table.release(chosen.entry.id)
        dated = parsed.snapshot if reduced.snapshot is None else None
        later = _snapshot(entry, dated, date, table) if release else None
        allowed = set(release.only) if release else set()
        if later is not None and later.id != entry.id:
            allowed |= later.only
        if not dropped <= allowed:
            continue
        if later is not None:
            rule = "first release" if later.id == entry.id else "later release"
            if dated is None and later.id == entry.id:
                rule = "alias table"
            known = table.entry(later.id) or entry._replace(
                id=later.id, name=f"{entry.name} ({later.snapshots[0][0]})", aliases=()
            )
            return Found(known, parsed, rule, later.version_of, chosen.senses)
        if dated is None:
            return Found(
                entry, parsed, "alias table", release.version_of if release else None, chosen.senses
            )
        return Found(None, parsed, "later release", entry.id, chosen.senses)
    if refused is not None:
        return Found(None, parsed, "homonym", None, refused.senses, refused.foreign)
    return Found(None, parsed, "from the name")


def _reductions(parsed: Parsed) -> Iterator[tuple[Parsed, frozenset[str]]]:
    """The parts, then with ever more of what may add nothing left out, and what was left out."""
    optional = [*parsed.sizes, *parsed.variants, *parsed.tiers][:_MOST]
    for count in range(len(optional) + 1):
        for left_out in itertools.combinations(optional, count):
            reduced = parsed._replace(
                sizes=tuple(s for s in parsed.sizes if s not in left_out),
                variants=tuple(v for v in parsed.variants if v not in left_out),
                tiers=tuple(t for t in parsed.tiers if t not in left_out),
            )
            yield reduced, frozenset(left_out)
            if parsed.snapshot is not None:
                yield reduced._replace(snapshot=None), frozenset(left_out)


def _snapshot(
    entry: Entry, dated: str | None, date: str | None, table: AliasTable
) -> Release | None:
    """The release of the entry that the date in the name, else the date of its record, means.

    The entry itself where nothing says otherwise; none for a date that no release is known to have.
    """
    own = table.release(entry.id)
    if own is None or (own.moving and dated is None):
        return own
    first, *more = own.snapshots or ((),)
    known = [(own, first)]
    named = [(one, one.snapshots[0]) for one in table.later(entry.id) if one.snapshots]
    known += [
        (Release(f"{entry.id}-{day[0]}", entry.id, (day,), frozenset(), False), day)
        for day in more
        if not any(dates.agree(day[0], other[0]) for _, other in named)
    ]
    known += named
    if own.moving:
        known = known[1:]
    wanted = dated or (date if date and dates.is_month(date) else None)
    if wanted is None:
        return own
    hits = [one for one, days in known if any(dates.agree(wanted, day) for day in days)]
    if dated is None:
        return hits[0] if len(hits) == 1 else own
    return hits[0] if len(hits) == 1 else None
