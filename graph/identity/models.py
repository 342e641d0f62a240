"""The grammar of model names: what a name is made of, in whatever order and notation.

Two names with the same parts are one model. A name says its parts in many ways: the tier before
or after the version, a hyphen for the dot, the vendor in front, the offer's suffix behind.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from . import dates
from .normal import HAN, clean, in_id

_TIERS = """
mini nano micro tiny small medium large xlarge xl xxl xs huge pro max ultra plus flash lite air
turbo fast lightning highspeed ultraspeed instant opus sonnet haiku premier express core edge heavy
super advanced standard
"""
TIERS = frozenset(_TIERS.split())
_VARIANTS = """
base instruct chat thinking nothinking non reasoning reasoner preview experimental beta alpha latest
vision vl omni coder code codex math audio image video tts speech transcribe realtime search online
embedding rerank reranker guard multilingual english high low
"""
VARIANTS = frozenset(_VARIANTS.split())
_SAME = {
    "it": "instruct",
    "think": "thinking",
    "exp": "experimental",
    "nonthinking": "nothinking",
    "nothink": "nothinking",
    "embeddings": "embedding",
    "深度思考": "thinking",
    "视觉理解": "vision",
    "预览版": "preview",
    "专业版": "pro",
    "标准版": "standard",
    "轻量版": "lite",
    "大师版": "master",
}
_NO_LETTER = TIERS | VARIANTS | _SAME.keys() | {"ai", "v"}
_OFFER = frozenset({"free", "maas", "tee", "hf", "default", "older", "满血版", "正式版"})
_HAN_TAIL = ("大语言模型", "大模型", "模型", "系列")
_APART = "-_/·•・,:;|@=~^#!?\"'`´“”‘’()[]{}<>《》「」『』【】、，：；（）+&"
_UNIT = {"m": 0.001, "b": 1.0, "t": 1000.0}


class Parsed(NamedTuple):
    """The parts of a model's name, each in one notation."""

    family: tuple[str, ...]
    """Words and codes, in their order."""
    versions: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    """Billions of parameters (``70b``, ``8x7b``), experts (``16e``), context (``32k``)."""
    variants: tuple[str, ...] = ()
    snapshot: str | None = None
    """The date in the name, as :mod:`dates` writes it."""

    @property
    def bare(self) -> bool:
        """Whether the name says the family and nothing more."""
        return len(self.family) > 0 and not any(self[1:])

    @property
    def key(self) -> str:
        """Equal for two names with the same parts."""
        parts = ("".join(self.family), *map(" ".join, self[1:5]), self.snapshot or "")
        return "|".join(parts)

    @property
    def slug(self) -> str:
        """The readable half of an id."""
        parts = ("".join(self.family), *self.versions, *self.tiers, *self.sizes, *self.variants)
        snapshot = (self.snapshot or "").removeprefix("--")
        return in_id("-".join(part for part in (*parts, snapshot) if part))


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    written = {
        "quantised": r"(?<![a-z0-9])(?:i?q\d(?:_[a-z0-9]+)+|(?:nv|mx)?fp(?:4|8|16|32)(?:-dynamic)?"
        r"|bf16|qat|quanti[sz]ed|int[48]|w\d+a\d+|awq|gptq|gguf|ggml|exl[23]|mlx|onnx|hqq|aqlm|dwq"
        r"|(?:unsloth-)?bnb|imatrix|safetensors|(?<=\w-)(?:diffusers|pytorch|paddle|i1)"
        r"|ud(?=-i?q\d)|[2-8] ?-?bits?)(?![a-z0-9])",
        "bedrock": r"(?:(?<=\d)-v\d+|-v?1|(?<=[a-z]\d)-\d):0(?::\d+k)?$",
        "colon": r"(?<=v\d):(?=\d)",
        "effort": r"[(\[](?:(?:none|minimal|low|x?high)(?:[ -](?:effort|thinking|reasoning))*"
        r"|medium[ -](?:effort|thinking|reasoning))[)\]]"
        r"|(?<=[a-z0-9])[-_: ](?:minimal|low|x?high)(?=\)?$)",
        "region": r"[(\[](?:us|eu|au|jp|ca|apac|global|\d+% off|\d+x usage)[)\]]\s*$"
        r"|(?<=thinking) mode\b|(?<=instruct)[ -]turbo\b",
        "plus": r"(?<=\w)\+",
        "dot": r"(?<!\d)\.|\.(?!\d)",
        "possessive": r"['’]s\b",
        "split": r"\b(?:(instruct)ion[ -]tuned|(no)[ -](thinking)|(high)[ -](speed))\b",
        "budget": r"(?<=thinking)(?:[ -]\(?\d+k\)?|:\d+)(?![a-z0-9])",
        "underscore": r"(?<=\d)_(?=\d{1,2}(?!\d|(?:\.\d+)?[bmk]))"
        r"|(?:(?<=[^a-z\d.]\d)|(?<=[^a-z\d.]\d\d))_(?=\d[bm])",
        "token": rf"[{HAN}]+|[^\s{re.escape(_APART)}{HAN}]+",
        "size": r"\d+(?:\.\d+)?[bmt]|\d+x\d+(?:\.\d+)?[bm]",
        "active": r"a\d+(?:\.\d+)?[bm]",
        "other_size": r"\d+[ke]|e\d+b",
        "number": r"v?(\d+(?:\.\d+)*[a-z]?)",
        "point": r"([a-z]*\d{1,2})p(\d)|(\d{1,2})b(\d)",
        "code": r"[a-z]{1,2}\d+(?:\.\d+)*[a-z]?",
        "glued": r"([^\W\d_]{3,}?)v?(\d+(?:\.\d+)*[a-z]?)",
        "glued_size": r"([^\W\d_]{3,})(\d+(?:\.\d+)?b)",
    }
    return {name: re.compile(pattern) for name, pattern in written.items()}


def _size(text: str) -> str:
    """One notation: ``0.5b`` for 500M, ``1000b`` for 1T; ``8x7b`` as it is."""
    if "x" in text:
        return text
    return f"{float(text[:-1]) * _UNIT[text[-1]]:.6f}".rstrip("0").rstrip(".") + "b"


def _pieces(text: str) -> Iterator[tuple[str, str, bool]]:
    """Each piece with its class, and whether a hyphen joins it to the one before."""
    p = _patterns()
    end = 0
    for match in p["token"].finditer(text):
        gap, token, end = text[end : match.start()], match[0], match.end()
        joined = gap in ("-", "_")
        if point := p["point"].fullmatch(token):
            token = f"{point[1]}.{point[2]}" if point[1] else f"{point[3]}.{point[4]}b"
        for kind in ("size", "active", "other_size", "number", "code"):
            if found := p[kind].fullmatch(token):
                yield kind, found[1] if kind == "number" else token, joined and token[0] != "v"
                break
        else:
            if glued := p["glued_size"].fullmatch(token):
                yield "word", glued[1], joined
                yield "size", glued[2], False
            elif glued := p["glued"].fullmatch(token):
                yield "word", glued[1], joined
                yield "number", glued[2], False
            else:
                yield "word", token, joined


def _joined(pieces: Iterator[tuple[str, str, bool]]) -> list[tuple[str, str]]:
    """The pieces: ``4-5`` is ``4.5``, ``k2-5`` is ``k2.5``, ``k 2`` is ``k2``."""
    out: list[tuple[str, str]] = []
    for kind, text, hyphen in pieces:
        before, last = out[-1] if out else ("", "")
        if kind != "number":
            out.append((kind, text))
        elif hyphen and _continues(before, last, text):
            out[-1] = before, f"{last}.{text}"
        elif before == "word" and _is_letter(last):
            out[-1] = "code", last + text
        else:
            out.append((kind, text))
    return out


def _continues(before: str, last: str, text: str) -> bool:
    """Whether a number behind a hyphen is the second half of a version: ``4-5``, ``k2-5``."""
    digits = text.rstrip("abcdefghijklmnopqrstuvwxyz")
    if "." in text or "." in last or not last[-1:].isdigit() or len(last) > 3:
        return False
    return (before == "number" and len(digits) <= 2) or (before == "code" and len(digits) == 1)


def _is_letter(word: str) -> bool:
    """Whether a word is a letter or two that a number belongs to: ``k 2``."""
    return word.isascii() and len(word) <= 2 and word not in _NO_LETTER


@functools.lru_cache(maxsize=4096)
def parse(name: str) -> Parsed:
    """The parts of a name. No vendor or offer is known here: see :mod:`releases`."""
    p = _patterns()
    text = p["region"].sub(" ", clean(name))
    if any(map(str.isdigit, text)):  # of a name without a number, high and low are its own
        text = p["effort"].sub("", text)
    text = p["budget"].sub("", text)
    text = p["quantised"].sub(" ", p["colon"].sub(".", p["bedrock"].sub(" ", text)))
    text, snapshot = dates.taken_out(text)
    text = p["plus"].sub(" plus ", p["possessive"].sub(" ", text))
    text = p["dot"].sub(" ", p["underscore"].sub(".", text))
    text = p["split"].sub(lambda m: "".join(filter(None, m.groups())), text)
    family: list[str] = []
    rest: dict[str, list[str]] = {
        part: [] for part in ("number", "tier", "size", "variant", "active")
    }
    for kind, piece in _joined(_pieces(text)):
        if kind == "word":
            word = _SAME.get(piece, _without_tail(piece))
            kind = "tier" if word in TIERS else "variant" if word in VARIANTS else "family"
            if word in _OFFER and family:
                continue
            piece = word
        if kind in ("family", "code"):
            family.append(piece.removesuffix(".0") if kind == "code" else piece)
        elif kind == "number":
            rest["number"].append(piece.removesuffix(".0"))
        elif kind in ("size", "active"):
            number = piece.removeprefix("a") if kind == "active" else piece
            rest[kind].append(("a" if kind == "active" else "") + _size(number))
        else:
            rest["size" if kind == "other_size" else kind].append(piece)
    sizes = rest["size"] or rest["active"]
    if not family:  # TTS-1
        family = [*rest.pop("variant"), *rest.pop("tier")]
        rest |= {"variant": [], "tier": []}
    half = len(family) // 2
    if family[:half] == family[half:]:  # π0.6 (pi-0.6)
        family = family[half:]
    return Parsed(
        tuple(family),
        tuple(dict.fromkeys(rest["number"])),
        tuple(sorted(rest["tier"])),
        tuple(dict.fromkeys(sizes)),
        tuple(sorted(rest["variant"])),
        snapshot,
    )


def _without_tail(word: str) -> str:
    for tail in _HAN_TAIL:
        if word.endswith(tail) and len(word) > len(tail):
            return word.removesuffix(tail)
    return word
