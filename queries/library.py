"""The saved queries: one ``.cypher`` file a question, found by name, run with parameters.

A file begins with front matter in ``//`` lines, so that it can be pasted into Neo4j Browser as it
stands: ``title`` and ``question``, both also with ``_zh``; for each parameter
``param NAME: KIND = DEFAULT · meaning · 中文`` (kinds are name, names, text, number and list); for
each column that a reader is shown ``column NAME: meaning · 中文`` (up to its first pause the
Chinese is the heading of a table); and ``shows`` (rows or picture).
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from trendweave.graph.database import Database, Row
from trendweave.graph.errors import UsageError
from trendweave.graph.identity import lookup
from trendweave.graph.wording import Said

_PARAM = re.compile(r"^param (\w+): (name|names|text|number|list) = (.*?) · (.+) · (.+)$")
_COLUMN = re.compile(r"^column (\w+): (.+) · (.+)$")
_FIELDS = ("title", "title_zh", "question", "question_zh", "shows")

PARTS = "parts"
"""The topic of the queries that commands are made of, which answer no question by themselves."""

TOPICS: dict[str, Said] = {
    "builds": ("Who builds what", "谁研发什么"),
    "models": ("How models change", "模型的演变"),
    "origins": ("What models are made from", "模型由何而来"),
    "offers": ("Who offers what", "谁提供什么"),
    "foundations": ("What rests on what", "什么建立在什么之上"),
    "connections": ("How trends connect", "趋势如何相连"),
    "standing": ("Who stands where", "谁处在什么位置"),
    "uses": ("What for", "用于何处"),
    "things": ("What there is", "有哪些事物"),
    "sources": ("How do we know", "依据何在"),
    PARTS: ("What commands are made of", "命令的组成部分"),
}
"""The topics in the order in which a reader meets them: a folder each."""


class Parameter(NamedTuple):
    """A parameter of a saved query."""

    name: str
    kind: str
    default: Any
    meaning: str
    meaning_zh: str

    def value(self, given: str) -> Any:
        """What the engine gets for what a person typed. Raises :class:`UsageError`."""
        if self.kind == "name":
            return lookup(given)
        if self.kind == "text":
            return given
        try:
            parsed = json.loads(given)
        except ValueError:
            parsed = None
        if self.kind == "number" and isinstance(parsed, int | float):
            return parsed
        if self.kind in ("list", "names"):
            some = parsed if isinstance(parsed, list) else given.split(",")
            return [lookup(str(one)) for one in some] if self.kind == "names" else some
        raise UsageError(f"{self.name}={given} is not a number.")


class Column(NamedTuple):
    """A column as a reader is shown it; a thing is one column, whatever it takes in the rows."""

    name: str
    meaning: str
    meaning_zh: str


class SavedQuery(NamedTuple):
    """A question with its Cypher."""

    name: str
    topic: str
    title: str
    title_zh: str
    question: str
    question_zh: str
    parameters: tuple[Parameter, ...]
    shown: tuple[Column, ...]
    shows: str
    text: str

    @property
    def columns(self) -> list[str]:
        """What the rows have, also where there are none: one engine does not tell then."""
        returned = self.text.rpartition("\nRETURN ")[2].partition("\nORDER BY")[0]
        inner = 1
        while inner:
            returned, inner = re.subn(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}", "", returned)
        items = returned.removeprefix("DISTINCT ").split(",")
        return [item.split(" AS ")[-1].strip() for item in items]

    def bind(self, given: Mapping[str, str]) -> dict[str, Any]:
        """Parameters for the engine: what was given, defaults for the rest."""
        known = {p.name: p for p in self.parameters}
        for name in given:
            if name not in known:
                expected = ", ".join(known) or "none"
                raise UsageError(f"{self.name} has no parameter {name} (it has: {expected}).")
        return {p.name: p.value(given.get(p.name, p.default)) for p in self.parameters}


def parse(name: str, topic: str, text: str) -> SavedQuery:
    """A saved query from the text of its file. Raises ValueError on bad front matter."""
    fields: dict[str, str] = {}
    parameters = []
    shown = []
    for line in text.splitlines():
        if not line.startswith("// "):
            break
        said = line[3:].strip()
        match = _PARAM.match(said)
        if match:
            parameters.append(Parameter(*match.groups()))
            continue
        match = _COLUMN.match(said)
        if match:
            shown.append(Column(*match.groups()))
            continue
        field, colon, value = said.partition(": ")
        if not colon or field not in _FIELDS:
            raise ValueError(f"{name}: front matter not understood: {said}")
        fields[field] = value
    missing = set(_FIELDS) - fields.keys()
    if missing:
        raise ValueError(f"{name}: front matter lacks {', '.join(sorted(missing))}")
    return SavedQuery(
        name=name,
        topic=topic,
        parameters=tuple(parameters),
        shown=tuple(shown),
        text=text,
        **fields,
    )


def _root() -> Traversable:
    return files(__package__)


@functools.cache
def names() -> dict[str, str]:
    """Every saved query: its topic by its name, by topic and then by name."""
    return {
        file.name.removesuffix(".cypher").replace("_", "-"): topic.name
        for topic in map(_root().joinpath, TOPICS)
        for file in sorted(topic.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".cypher")
    }


@functools.cache
def get(name: str) -> SavedQuery:
    """The saved query of that name. Raises :class:`UsageError`."""
    wanted = name.replace("_", "-")
    file_name = wanted.replace("-", "_") + ".cypher"
    topic = names().get(wanted)
    if topic is None:
        raise UsageError(
            f"There is no saved query {name}: `trendweave query` lists those that there are."
        )
    text = _root().joinpath(topic, file_name).read_text(encoding="utf-8")
    return parse(wanted, topic, text)


def run(database: Database, name: str, /, **parameters: Any) -> list[Row]:
    """Rows of a saved query with parameters as the engine takes them."""
    return database.read(get(name).text, parameters)
