"""The saved queries: one ``.cypher`` file a question, found by name, run with parameters.

A file begins with front matter in ``//`` lines, so that it can be pasted into Neo4j Browser as it
stands: ``title``, ``title_zh``, ``question``, one ``param NAME: KIND = DEFAULT · meaning`` for each
parameter, and ``shows`` (rows or picture). Kinds are name, text, number and list.
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

_PARAM = re.compile(r"^param (\w+): (name|text|number|list) = (.*?) · (.+)$")


class Parameter(NamedTuple):
    """A parameter of a saved query."""

    name: str
    kind: str
    default: Any
    meaning: str

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
        if self.kind == "list":
            return parsed if isinstance(parsed, list) else given.split(",")
        raise UsageError(f"{self.name}={given} is not a number.")


class SavedQuery(NamedTuple):
    """A question with its Cypher."""

    name: str
    topic: str
    title: str
    title_zh: str
    question: str
    parameters: tuple[Parameter, ...]
    shows: str
    text: str

    @property
    def columns(self) -> list[str]:
        """What the rows have, also where there are none: one engine does not tell then."""
        returned = self.text.rpartition("RETURN ")[2].partition("ORDER BY")[0]
        items = re.split(r",(?![^(\[{]*[)\]}])", returned.removeprefix("DISTINCT "))
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
    for line in text.splitlines():
        if not line.startswith("// "):
            break
        said = line[3:].strip()
        match = _PARAM.match(said)
        if match:
            parameters.append(Parameter(*match.groups()))
            continue
        field, colon, value = said.partition(": ")
        if not colon or field not in {"title", "title_zh", "question", "shows"}:
            raise ValueError(f"{name}: front matter not understood: {said}")
        fields[field] = value
    missing = {"title", "title_zh", "question", "shows"} - fields.keys()
    if missing:
        raise ValueError(f"{name}: front matter lacks {', '.join(sorted(missing))}")
    return SavedQuery(name=name, topic=topic, parameters=tuple(parameters), text=text, **fields)


def _root() -> Traversable:
    return files(__package__)


@functools.cache
def names() -> dict[str, str]:
    """Every saved query: its topic by its name, in order."""
    found = {
        file.name.removesuffix(".cypher").replace("_", "-"): topic.name
        for topic in _root().iterdir()
        if topic.is_dir()
        for file in topic.iterdir()
        if file.name.endswith(".cypher")
    }
    return dict(sorted(found.items(), key=lambda item: (item[1], item[0])))


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
