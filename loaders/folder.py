"""What a folder of facts consists of: its source, things, chapters, statements (docs/facts.md)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError
from trendweave.graph.errors import InputError
from trendweave.graph.model import (
    Category,
    Claim,
    Line,
    Ref,
    Reject,
    SourceInfo,
)

from .marked import read


class Entry(NamedTuple):
    """A thing of the folder, with every form in which its source prints the name."""

    ref: Ref
    zh: str | None
    aliases: tuple[str, ...]
    category: Category | None
    at: Line

    @property
    def forms(self) -> tuple[str, ...]:
        """Name, Chinese name and aliases."""
        return tuple(dict.fromkeys((self.ref.name, *filter(None, [self.zh]), *self.aliases)))


class Chapter(NamedTuple):
    """A chapter's head."""

    key: str
    trend: Entry | None
    part: Entry | None
    sections: dict[int, tuple[str, str | None]]
    at: Line

    @property
    def title(self) -> tuple[str, str | None]:
        """What it is about, in both languages."""
        if self.trend is None:
            return self.shown.capitalize(), None
        return self.trend.ref.name, self.trend.zh

    @property
    def shown(self) -> str:
        """``ch. 4``, ``preface 1``, ``part 2``."""
        return f"ch. {self.key}" if self.key.isdigit() else self.key.replace("-", " ")


class Statement(NamedTuple):
    """A fact, or (with no type) that a chapter discusses ``source``."""

    chapter: Chapter
    section: int
    source: Entry
    type: str | None
    target: Entry | None
    claim: Claim
    spelt: dict[str, str]
    at: Line

    @property
    def about(self) -> str:
        """For a person: ``OpenAI BUILDS o1``."""
        ends = (self.source.ref.name, self.type, self.target.ref.name if self.target else None)
        return " ".join(part for part in ends if part)


class Folder(NamedTuple):
    """All of it."""

    info: SourceInfo
    entries: list[Entry]
    chapters: list[Chapter]
    statements: list[Statement]
    rejects: list[Reject]


def source_info(folder: Path) -> SourceInfo:
    """Who claims. Raises :class:`InputError` where ``source.yaml`` does not say."""
    file = folder / "source.yaml"
    if not file.is_file():
        raise InputError(
            f"{folder} is not a folder of facts: it lacks source.yaml "
            "(id, title, publisher, date, licence, attribution)."
        )
    rejects: list[Reject] = []
    said = read(file, rejects)
    if rejects:
        first = rejects[0]
        raise InputError(f"{file.name}:{first.at.line} is not as expected: {first.got}.")
    try:
        return SourceInfo(**said)
    except ValidationError as error:
        problem = error.errors()[0]
        field = ".".join(str(part) for part in problem["loc"])
        raise InputError(f"{file.name} · {field} · {problem['msg'].lower()}.") from None
