"""The curated names: things by name, organisations by their tree, models by their parts."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from .models import Parsed, parse
from .normal import key
from .organisations import brackets, is_gloss, org_key, shorter_zh

ORGANISATION = "company"
MODEL = "model"
_REMEMBERED = 10_000
_TELLING = 3
_BETWEEN = ("、", "，", ",", ";", "|", " / ", "+")
_WITHIN = (" and ", "&")


class Entry(NamedTuple):
    """A thing and its names."""

    id: str
    name: str
    name_zh: str | None
    aliases: tuple[str, ...]
    maker: str | None
    """Ids, by ``|``, of the organisations whose name may stand in front."""
    reason: str
    country: str | None = None
    """Of an organisation: where it is based, as ISO 3166-1 alpha-2."""
    category: str | None = None
    """Of an organisation: company, lab, institute, university, hospital, agency."""
    part_of: str | None = None
    """Of an organisation: the id of the one it is or was a part of."""
    homonym: str | None = None
    """``yes`` where others bear one of its names, ``default`` where this is the one meant."""

    @property
    def forms(self) -> tuple[str, ...]:
        """All its names."""
        return (self.name, *((self.name_zh,) if self.name_zh else ()), *self.aliases)


class Release(NamedTuple):
    """What is known of the releases of a model."""

    id: str
    version_of: str | None
    """The id of the undated model that this is a later release of."""
    snapshots: tuple[tuple[str, ...], ...]
    """Its snapshots in their order, each with its dates: that in the name, that of the release.

    The first is the model itself.
    """
    only: frozenset[str]
    """Words that add nothing, for nothing without them was released: a size, instruct, preview."""
    moving: bool
    """Whether the name has been given to one release after another."""


class Judgement(NamedTuple):
    """What a user has judged of two names."""

    kind: str
    name: str
    context: str | None
    other: str
    other_context: str | None
    verdict: Literal["same", "different", "unsure"]


class AliasTable:
    """Things by kind and name, organisations also by their tree, models also by their grammar.

    Raises :class:`ValueError` where one name is given to two things that no maker tells apart.
    """

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        releases: Iterable[Release] = (),
        judgements: Iterable[Judgement] = (),
    ) -> None:
        self._things: dict[str, dict[str, Entry]] = {}
        self._senses: dict[tuple[str, str], list[str]] = {}
        self._releases = {release.id: release for release in releases}
        self.judgements = tuple(judgements)
        self._asked: dict[str, Entry | None] = {}
        self._add(entries)

    def _add(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            kind = entry.id.partition(":")[0]
            self._things.setdefault(kind, {})[entry.id] = entry
            for form in entry.forms:
                self._name(kind, key(form), entry, form)

    def _name(self, kind: str, key_: str, entry: Entry, form: str) -> None:
        held = self._senses.setdefault((kind, key_), [])
        if entry.id in held:
            return
        if held:
            others = [self._things[kind][id_] for id_ in held]
            if not all(one.homonym and one.maker for one in (*others, entry)):
                raise ValueError(f"the alias table gives “{form}” to both {held[0]} and {entry.id}")
        held.append(entry.id)

    def _ready(self, _kind: str) -> None:
        """Where rows are read late: read those of this kind."""

    @functools.cached_property
    def digest(self) -> str:
        """Of all that decides an id: 16 hexadecimal digits."""
        import hashlib

        releases = ((*r[:3], sorted(r.only), r.moving) for r in self._releases.values())
        rows = sorted(map(repr, (*self.entries.values(), *releases, *self.judgements)))
        return hashlib.sha256("\n".join(rows).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Every thing, by id."""
        for kind in ("company", "model", "product"):
            self._ready(kind)
        return {id_: e for things in self._things.values() for id_, e in things.items()}

    def __len__(self) -> int:
        return len(self.entries)

    def entry(self, id_: str) -> Entry | None:
        """The thing of that id."""
        kind = id_.partition(":")[0]
        self._ready(kind)
        return self._things.get(kind, {}).get(id_)

    def senses(self, kind: str, name: str) -> tuple[Entry, ...]:
        """Everything of that kind and name, in any spelling; the one meant by default first."""
        return self.of_key(kind, key(name))

    def of_key(self, kind: str, key_: str) -> tuple[Entry, ...]:
        """Everything of that kind under a key."""
        kind = kind.lower()
        self._ready(kind)
        found = [self._things[kind][id_] for id_ in self._senses.get((kind, key_), ())]
        return tuple(sorted(found, key=lambda e: (e.homonym != "default", e.id)))

    def find(self, kind: str, name: str) -> Entry | None:
        """The thing of that kind and name; of several the one meant by default, else none."""
        return meant(self.senses(kind, name))

    # organisations --------------------------------------------------------------

    @functools.cached_property
    def _organisations(self) -> dict[str, str]:
        self._ready(ORGANISATION)
        found: dict[str, set[str]] = {}
        for entry in self._things.get(ORGANISATION, {}).values():
            for form in entry.forms:
                found.setdefault(org_key(form), set()).add(entry.id)
        return {key_: min(ids) for key_, ids in found.items() if len(ids) == 1}

    def organisation(self, name: str) -> Entry | None:
        """The organisation of that name, whatever its legal form and punctuation."""
        if name not in self._asked:
            if len(self._asked) > _REMEMBERED:
                self._asked.clear()
            self._asked[name] = self._organisation(name)
        return self._asked[name]

    def _organisation(self, name: str) -> Entry | None:
        exact = self.find(ORGANISATION, name)
        if exact is not None:
            return exact
        key_ = org_key(name)
        for spelt in (key_, *(shorter_zh(key_) if not key_.isascii() else ())):
            if spelt in self._organisations:
                return self.entry(self._organisations[spelt])
        return None

    def organisations(self, context: str | None) -> frozenset[str]:
        """The ids of all the organisations that a context names."""
        if not context:
            return frozenset()
        whole = self.organisation(context)
        if whole is not None:
            return frozenset((whole.id,))
        found = set()
        for part in _parts([context], _BETWEEN):
            whole = self.organisation(part)
            for one in [part] if whole else _parts([part], _WITHIN):
                outside, inside = brackets(one)
                for name in (one, outside, *(i for i in inside if is_gloss(outside, i))):
                    entry = self.organisation(name)
                    if entry is not None:
                        found.add(entry.id)
                        break
        return frozenset(found)

    def above(self, id_: str) -> tuple[str, ...]:
        """What an organisation is or was a part of, the nearest first."""
        found = [id_]
        while (entry := self.entry(found[-1])) and entry.part_of and entry.part_of not in found:
            found.append(entry.part_of)
        return tuple(found[1:])

    def related(self, makers: Iterable[str], others: Iterable[str]) -> bool:
        """Whether one of these belongs to the group of one of those."""
        heads = [{(id_, *self.above(id_))[-1] for id_ in ids} for ids in (makers, others)]
        return not heads[0].isdisjoint(heads[1])

    # models ---------------------------------------------------------------------

    @functools.cached_property
    def _by_parts(self) -> dict[str, list[str]]:
        self._ready(MODEL)
        found: dict[str, list[str]] = {}
        for entry in self._things.get(MODEL, {}).values():
            for form in entry.forms:
                parsed = parse(form)
                makers = frozenset((entry.maker or "").split("|"))
                for key_ in {parsed.key, self.usual(parsed, makers).key}:
                    held = found.setdefault(key_, [])
                    if entry.id not in held:
                        held.append(entry.id)
        return found

    @functools.cached_property
    def families(self) -> dict[str, Entry]:
        """The families by each name that is a name and no more, where only one bears it."""
        self._ready(MODEL)
        senses: dict[str, list[Entry]] = {}
        for entry in self._things.get(MODEL, {}).values():
            for form in entry.forms:
                parsed = parse(form)
                if parsed.bare and entry not in senses.setdefault(parsed.key, []):
                    senses[parsed.key].append(entry)
        return {k: found for k, entries in senses.items() if (found := meant(entries))}

    def usual(self, parsed: Parsed, makers: frozenset[str]) -> Parsed:
        """The parts with the usual name of the family in place of another: 通义千问2.5 is Qwen2.5.

        A name that others bear too, or a mere code, stands for the family only with its makers.
        """
        for count in range(len(parsed.family), 0, -1):
            front = Parsed(parsed.family[:count])
            entry = self.families.get(front.key)
            if entry is None:
                continue
            usual, rest = parse(entry.name), parsed.family[count:]
            code = front.key.isascii() and len(front.key.rstrip("|")) < _TELLING
            doubtful = code or entry.homonym == "yes" or (entry.homonym and makers)
            if doubtful and not (entry.maker and self.related(makers, entry.maker.split("|"))):
                return parsed
            while rest and self.families.get(Parsed(rest[:1]).key) is entry:
                rest = rest[1:]
            return parsed._replace(
                family=(*usual.family, *rest),
                versions=(*usual.versions, *parsed.versions),
                tiers=tuple(sorted((*usual.tiers, *parsed.tiers))),
                variants=tuple(sorted((*usual.variants, *parsed.variants))),
            )
        return parsed

    def models(self, parsed: Parsed) -> tuple[Entry, ...]:
        """The models with these parts; the one meant by default first."""
        found = (self._things[MODEL][id_] for id_ in self._by_parts.get(parsed.key, ()))
        return tuple(sorted(found, key=lambda e: (e.homonym != "default", e.id)))

    def release(self, id_: str) -> Release | None:
        """What is known of the releases of that model."""
        self._ready(MODEL)
        return self._releases.get(id_)

    def later(self, id_: str) -> Iterator[Release]:
        """The later releases of that model which have names of their own."""
        self._ready(MODEL)
        return iter(self._versions.get(id_, ()))

    @functools.cached_property
    def _versions(self) -> dict[str, list[Release]]:
        found: dict[str, list[Release]] = {}
        for one in self._releases.values():
            if one.version_of:
                found.setdefault(one.version_of, []).append(one)
        return found


def meant(senses: Iterable[Entry]) -> Entry | None:
    """The one sense there is, or the one meant by default."""
    found = list(senses)
    if len(found) > 1:
        found = [entry for entry in found if entry.homonym == "default"]
    return found[0] if len(found) == 1 else None


def _parts(texts: list[str], separators: tuple[str, ...]) -> list[str]:
    for separator in separators:
        texts = [part for text in texts for part in text.split(separator)]
    return [part for text in texts if (part := text.strip())]
