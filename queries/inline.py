"""A saved query as text that stands alone: its parameters written as literals where they are used.

For whatever takes text and no parameters: favourites and guides of Neo4j Browser, a paste.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from trendweave.graph.identity import lookup

from .cypher.tokens import tokens
from .library import Parameter, SavedQuery

NOTHING: Mapping[str, str] = {}


def statement(query: SavedQuery) -> str:
    """The text of a saved query without its front matter and without a last line end."""
    lines = query.text.splitlines()
    return "\n".join(line for line in lines if not line.startswith("//")).strip()


def inlined(query: SavedQuery, given: Mapping[str, str] = NOTHING) -> str:
    """The statement with what was given, and defaults for the rest, in place of ``$parameters``.

    Raises :class:`UsageError` for a parameter that the query does not have or cannot read.
    """
    bound = query.bind(given)
    values = {
        p.name: _readable(p, given.get(p.name, p.default), bound[p.name]) for p in query.parameters
    }
    text = statement(query)
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    pieces, done = [], 0
    for token in tokens(text):
        if token.kind == "parameter":
            at = starts[token.line - 1] + token.column - 1
            pieces += [text[done:at], literal(values[token.text.strip("$`")])]
            done = at + len(token.text)
    return "".join([*pieces, text[done:]])


def _readable(parameter: Parameter, said: Any, bound: Any) -> Any:
    """A name as it was said, where the statement's own folding finds the same key for it."""
    if parameter.kind != "name":
        return bound
    folded = said.replace(" ", "").replace("-", "").lower()
    return said if folded == lookup(said) else bound


def literal(value: Any) -> str:
    """A value of JSON's kinds as Cypher writes it."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return f"[{', '.join(literal(item) for item in value)}]"
    if isinstance(value, Mapping):
        names = ("`" + name.replace("`", "``") + "`" for name in value)
        pairs = zip(names, value.values(), strict=True)
        return "{" + ", ".join(f"{name}: {literal(item)}" for name, item in pairs) + "}"
    return json.dumps(value)


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    escaped = escaped.replace("\n", "\\n").replace("\r", "\\r")
    # Neo4j reads \u before it reads the text, also after another backslash.
    apart = re.sub(r"\\(?=[uU])", r"\\' + '", escaped)
    return f"'{escaped}'" if apart == escaped else f"('{apart}')"
