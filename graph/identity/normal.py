"""What of a name counts, whatever it names: letters and digits, not how they are set."""

from __future__ import annotations

import functools
import re
import unicodedata

_QUOTES = "\"'`´“”‘’„«»‹›「」『』《》〈〉"
_IGNORED = re.compile(
    rf"[\s\-_‐-―−·•・{re.escape(_QUOTES)}\u200b-\u200f\u202a-\u202e\u2060\ufeff]+"
)
_WORD_EDGE = re.compile(r"(?<=[^\W\d_]{2})(?=\d)|(?<=\d)(?=[^\W\d_]{3,})")
_NOT_IN_SLUG = re.compile(r"[^\w.+\-]+")
_SPELT = str.maketrans({"#": "sharp"})
_LONGEST = 120

HAN = "\u3400-\u9fff"
"""Chinese characters, as a range within a regular expression."""


def key(name: str) -> str:
    """What of a name counts: not its spaces, hyphens, case, width, quotation marks or Greek.

    Between two digits a separator is kept, so that ``Llama 3 70B`` is not ``Llama 370B``.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _run_together(folded if folded.isascii() else folded.translate(_greek()))


def lookup(name: str) -> str:
    """Under what a name is found in the index: like :func:`key`, with no separator at all.

    Cypher can say this too, so that a saved query works where only text can be typed; Greek letters
    it cannot spell out.
    """
    return _run_together(unicodedata.normalize("NFKC", name).casefold()).replace("-", "")


def _run_together(folded: str) -> str:
    pieces: list[str] = []
    for part in filter(None, _IGNORED.split(folded)):
        between = pieces and pieces[-1][-1].isdigit() and part[0].isdigit()
        pieces.append(f"-{part}" if between else part)
    return "".join(pieces)


def slug(name: str) -> str:
    """The readable half of the id of a name that the table does not know.

    It depends on :func:`key` alone, so that two spellings of one name give one id.
    """
    return in_id(_WORD_EDGE.sub("-", key(name)))


def in_id(text: str) -> str:
    """``text`` as an id can have it: of one too long its beginning and a digest of the whole."""
    plain = _NOT_IN_SLUG.sub("-", text.translate(_SPELT)).strip("-.") or "unnamed"
    if len(plain) <= _LONGEST:
        return plain
    import hashlib

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{plain[: _LONGEST - 13]}-{digest}"


@functools.cache
def _unseen() -> re.Pattern[str]:
    return re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\ue000-\uf8ff\ufeff]+")


@functools.cache
def _greek() -> dict[int, str]:
    letters = {letter: unicodedata.name(letter).split()[-1].casefold() for letter in "αβγδεμπτφψω"}
    return str.maketrans({**letters, "λ": "lambda", "σ": "sigma", "ς": "sigma"})


@functools.cache
def _plain() -> dict[int, str]:
    return _greek() | str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


def clean(name: str) -> str:
    """A name in one line of plain characters: width, case, dashes, Greek letters levelled."""
    plain = _unseen().sub(" ", unicodedata.normalize("NFKC", name)).casefold()
    return " ".join(plain.translate(_plain()).split())
