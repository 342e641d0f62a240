"""What can be answered without a database: a source's findings, what to ask and to measure."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trendweave.graph.measures.catalogue import Measure
    from trendweave.loaders.check import Check
    from trendweave.queries.questions import Question


def check(source: str = "report", *, text: str | os.PathLike[str] | None = None) -> Check:
    """Every finding about a source, without a database; with ``text``, about every pointer too.

    Raises :class:`UsageError` for an unknown source, :class:`InputError` for an unreadable one.
    """
    from trendweave import loaders

    return loaders.find(source).check(Path(text) if text else None)


def saved_queries() -> Iterator[Question]:
    """The questions that are saved, by topic and name."""
    from trendweave.queries.questions import questions

    return questions()


def saved_query(name: str, /, **parameters: str) -> Question:
    """One of them, with the Cypher that asks it with these parameters.

    Raises :class:`UsageError` for an unknown name or parameter.
    """
    from trendweave.queries.questions import question

    return question(name, parameters)


def measures() -> Iterator[Measure]:
    """The measures: name, question, what its figures mean and do not, columns."""
    from trendweave.graph.measures.catalogue import MEASURES

    yield from MEASURES.values()
