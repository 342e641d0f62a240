"""The saved queries as questions: what a reader is told before asking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

from . import library
from .inline import NOTHING, inlined


class Question(TypedDict):
    """A saved query, described in both languages."""

    name: str
    topic: str
    topic_title: str
    topic_title_zh: str
    title: str
    title_zh: str
    question: str
    question_zh: str
    parameters: list[dict[str, Any]]
    """Of each: name, kind, default, meaning, meaning_zh."""
    columns: list[dict[str, Any]]
    """Of each that a reader is shown: name, meaning, meaning_zh."""
    shows: str
    cypher: str
    """The statement with values in place of its parameters."""


def questions() -> Iterator[Question]:
    """Every saved query that answers a question, by topic and name."""
    for name, topic in library.names().items():
        if topic != library.PARTS:
            yield question(name)


def question(name: str, given: Mapping[str, str] = NOTHING) -> Question:
    """The saved query of that name, asked with what is given and defaults for the rest.

    Raises :class:`UsageError` for an unknown name or parameter.
    """
    query = library.get(name)
    title, title_zh = library.TOPICS[query.topic]
    return {
        "name": query.name,
        "topic": query.topic,
        "topic_title": title,
        "topic_title_zh": title_zh,
        "title": query.title,
        "title_zh": query.title_zh,
        "question": query.question,
        "question_zh": query.question_zh,
        "parameters": [parameter._asdict() for parameter in query.parameters],
        "columns": [column._asdict() for column in query.shown],
        "shows": query.shows,
        "cypher": inlined(query, given),
    }
