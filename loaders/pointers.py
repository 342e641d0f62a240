"""Resolve a pointer: which sentences of a section name both ends of a fact and hold its cue.

A pointer holds when exactly one span does. A span is one sentence, or two neighbours where neither
has everything alone. Tables stand alone, and an abstract neighbours only itself.

How names are found:

- Whitespace never counts; full width, quotation marks and hyphens are levelled.
- A Latin letter or digit at a form's edge must not touch another ("o1" is not in "o1x"). Nor may a
  hyphen or point lead on to what makes it another version: "o3" is not in "o3-mini", "GPT" not in
  "GPT-4", "Claude 3.5" not in "Claude 3.5.1", "R1" not in "Med-R1"; but "Kling" is in "Kling-Foley"
  and "DeepSeek" in "DeepSeek-R1", as a maker or family stands in a name. Han neighbours are fine.
- Case counts. Only where a form stands nowhere in the section as given is it taken in any case, and
  only if it has two or more capitals or digits, or several words: "Deepmind" for "DeepMind",
  "scaling law" for "Scaling law", but never "flow" for "Flow".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .text import Section, Sentence

CUE = 8
DISTINCT = re.compile(r"[A-Z0-9].*[A-Z0-9]|[A-Za-z][ -][A-Za-z]", re.DOTALL)
LEVEL = str.maketrans(
    {"⸺": "——", **dict.fromkeys("“”„«»″", '"'), **dict.fromkeys("‘’′", "'")}
    | dict.fromkeys("‐‑‒–−", "-")
)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a pointer holds: sentences `first` to `last` of the section, raw offsets, their text.

    `raw[start:end]` may enclose what stands between two columns or pages; `quote` does not.
    """

    first: int
    last: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a pointer does not hold, in a short sentence (`str`).

    `missing` names the parts ("source", "target", "cue") that stand nowhere in the section;
    `spans` are those that hold where more than one does.
    """

    reason: str
    missing: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    def __str__(self) -> str:
        return self.reason


def resolve(
    section: Section,
    source: Iterable[str] | None,
    target: Iterable[str] | None,
    cue: str,
    *,
    spelt_source: str | None = None,
    spelt_target: str | None = None,
) -> Span | Problem:
    """Find the one span with a printed form of each end and the cue.

    `source` and `target` are all forms of a name; None or empty: that end need not be named. With
    `spelt_…` the span holds that word ("its") instead, and a form stands before it in the section.
    """
    wanted = "".join(cue.translate(LEVEL).split())
    if not 1 <= len(wanted) <= CUE:
        return Problem(f"the cue has {len(wanted)} characters, not 1 to {CUE}", ("cue",))
    sentences = section.sentences
    parts: dict[str, list[list[int]]] = {}
    for name, forms, spelt in (
        ("source", source, spelt_source),
        ("target", target, spelt_target),
    ):
        known = tuple(forms or ())
        if spelt:
            parts[name] = _anaphors(sentences, spelt, known)
        elif known:
            parts[name] = _occurrences(sentences, known)
    flat = _fold(wanted)
    parts["cue"] = [[0] if flat in _squeeze(s.text)[0] else [] for s in sentences]
    missing = tuple(name for name, found in parts.items() if not any(found))
    if missing:
        return Problem(f"no {' and no '.join(missing)} in section {section.number}", missing)
    spans = list(_spans(sentences, list(parts.values())))
    if len(spans) == 1:
        return spans[0]
    if spans:
        where = ", ".join(_shown(span) for span in spans)
        return Problem(
            f"{len(spans)} spans hold in section {section.number} (sentences {where})",
            spans=tuple(spans),
        )
    where = "; ".join(
        f"{name} {', '.join(str(i) for i, f in enumerate(found) if f)}"
        for name, found in parts.items()
    )
    return Problem(f"nowhere together in section {section.number} (sentences: {where})")


def _spans(sentences: Sequence[Sentence], parts: list[list[list[int]]]) -> Iterable[Span]:
    whole = [all(found[i] for found in parts) for i in range(len(sentences))]
    for i, sentence in enumerate(sentences):
        if whole[i]:
            yield Span(i, i, sentence.start, sentence.end, sentence.text)
        if i + 1 == len(sentences) or whole[i] or whole[i + 1]:
            continue
        after = sentences[i + 1]
        kinds = {sentence.kind, after.kind}
        if "table" in kinds or ("abstract" in kinds and len(kinds) > 1):
            continue
        if all(found[i] or found[i + 1] for found in parts):
            start, end = min(sentence.start, after.start), max(sentence.end, after.end)
            yield Span(i, i + 1, start, end, sentence.text + after.text)


def _shown(span: Span) -> str:
    return str(span.first) if span.first == span.last else f"{span.first}+{span.last}"


# Names -------------------------------------------------------------------------------------


def _occurrences(sentences: Sequence[Sentence], forms: Sequence[str]) -> list[list[int]]:
    """For each sentence, where in it a form stands (places in the squeezed text)."""
    found: list[list[int]] = [[] for _ in sentences]
    for form in forms:
        exact = [places(sentence.text, form) for sentence in sentences]
        if not any(exact) and DISTINCT.search(form):
            exact = [places(sentence.text, form, case=False) for sentence in sentences]
        for here, more in zip(found, exact, strict=True):
            here.extend(more)
    return found


def _anaphors(sentences: Sequence[Sentence], spelt: str, forms: Sequence[str]) -> list[list[int]]:
    """Where the word stands with a form before it, in its sentence or an earlier one."""
    named = _occurrences(sentences, forms)
    words = [places(sentence.text, spelt) for sentence in sentences]
    earlier = not forms
    out = []
    for here, said in zip(words, named, strict=True):
        out.append([at for at in here if earlier or any(place < at for place in said)])
        earlier = earlier or bool(said)
    return out


def places(text: str, form: str, *, case: bool = True) -> list[int]:
    """Where a form stands in a text, as places in the text without its whitespace."""
    flat, at = _squeeze(text)
    wanted = _squeeze(form)[0]
    if not case:
        flat, wanted = flat.lower(), wanted.lower()
    if not wanted:
        return []
    out = []
    place = flat.find(wanted)
    while place >= 0:
        last = place + len(wanted)
        before = text[: at[place]].translate(LEVEL)
        after = text[at[last - 1] + 1 :].translate(LEVEL)
        if _free(before[-2:], wanted, after[:2]):
            out.append(place)
        place = flat.find(wanted, place + 1)
    return out


def _free(before: str, form: str, after: str) -> bool:
    """Whether the form ends where a name may end, on both sides."""
    before, after = _fold(before), _fold(after)
    if _latin(form[0]):
        if _latin(before[-1:]):
            return False
        if len(before) == 2 and _latin(before[0]):
            if before[1] == "-" and re.search(r"\d", form):
                return False
            if before[1] == "." and form[0].isdigit() and before[0].isdigit():
                return False
    if _latin(form[-1]):
        if _latin(after[:1]):
            return False
        if len(after) == 2 and _latin(after[1]):
            digits = form[-1].isdigit(), after[1].isdigit()
            if after[0] == "-" and any(digits):
                return False
            if after[0] == "." and all(digits):
                return False
    return True


def _latin(glyph: str) -> bool:
    return glyph.isascii() and (glyph.isalnum() or glyph == "_")


def _fold(text: str) -> str:
    """Full width to half, glyph by glyph so that places stay."""
    wide = (unicodedata.normalize("NFKC", glyph) for glyph in text)
    return "".join(new if len(new) == 1 else old for new, old in zip(wide, text, strict=True))


@lru_cache(maxsize=4096)
def _squeeze(text: str) -> tuple[str, tuple[int, ...]]:
    """The levelled text without whitespace, and where each of its glyphs stood."""
    kept = [
        (part, at)
        for at, glyph in enumerate(text)
        if not glyph.isspace()
        for part in _fold(glyph.translate(LEVEL))
    ]
    return "".join(part for part, _ in kept), tuple(at for _, at in kept)
