"""Which of the builders that are named are the builders: those of the majority. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple


class Verdict(NamedTuple):
    """What the voices amount to: ids of builders, the one with most voices first."""

    builders: list[str]
    disputed: list[str]
    """Builders that only a minority names."""
    groups: list[str]
    """Organisations that are named, but of which a unit is named at least as often."""
    units: dict[str, list[str]]
    """Of a builder or a group: its units that are named too, whose voices count for it."""
    sure: bool
    """Whether half of the voices decided, and not only the most."""


def judged(named: Mapping[str, Collection[str]], above: Mapping[str, Sequence[str]]) -> Verdict:
    """The verdict of the voices: of each builder, who names it.

    ``above`` has the organisations above each, the nearest first. Who names a unit speaks for the
    whole as well. A builder needs half of all voices, or where none has so many the most. A whole
    gives way to a unit of it, unless more voices name the whole itself, or one names both.
    """
    voices = {b: set(said) for b, said in named.items()}
    parts = {b: [u for u in voices if b in above.get(u, ())] for b in voices}
    support = {b: len(voices[b].union(*(voices[u] for u in parts[b]))) for b in voices}
    half = len(set().union(*voices.values())) / 2
    most = max(support.values(), default=0)
    fit = [b for b in voices if support[b] >= min(half, most)]
    groups, absorbed = set(), set()
    for whole in fit:
        for unit in parts[whole]:
            if unit not in fit or voices[whole] & voices[unit]:
                continue
            if len(voices[whole]) > len(voices[unit]):
                absorbed.add(unit)
            else:
                groups.add(whole)
    builders = [b for b in fit if b not in groups | absorbed]
    units: dict[str, list[str]] = defaultdict(list)
    disputed: list[str] = []
    for other in sorted(voices.keys() - groups - set(builders)):
        home = next((w for w in above.get(other, ()) if w in builders or w in groups), None)
        (disputed if home is None else units[home]).append(other)

    def rank(builder: str) -> tuple[int, int, str]:
        return -support[builder], -len(voices[builder]), builder

    return Verdict(
        builders=sorted(builders, key=rank),
        disputed=sorted(disputed, key=rank),
        groups=sorted(groups, key=rank),
        units={**units},
        sure=0 < half <= most,
    )
