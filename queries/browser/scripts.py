"""The saved queries as either Browser imports them."""

from __future__ import annotations

import csv
import io
import zipfile

from trendweave.queries import library
from trendweave.queries.inline import inlined
from trendweave.queries.library import SavedQuery


def favourites() -> bytes:
    """A zip for the Browser that servers bring along: a folder a topic, a file a favourite.

    Parameters are literals here too: after ``:param`` lines that Browser runs the statement, but
    shows only that it ran.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for query in offered():
            name = f"{_folder(query.topic)}/{query.name}.cypher"
            # A date of its own, so that the same queries give the same bytes.
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, favourite(query))
    return target.getvalue()


def favourite(query: SavedQuery) -> str:
    """One favourite: its first line is what the Browser calls it."""
    return f"// {_title(query)}\n{inlined(query)}\n"


def saved_queries() -> str:
    """The CSV that the newer Browser and Query import: folders first, literals for parameters."""
    target = io.StringIO()
    write = csv.writer(target, lineterminator="\n").writerow
    write(["name", "description", "query", "id", "parentId", "isFolder"])
    queries = offered()
    topics = list(dict.fromkeys(query.topic for query in queries))
    for number, topic in enumerate(topics):
        write([_folder(topic), "", "", number, "", "true"])
    for number, query in enumerate(queries, len(topics)):
        described = f"{query.question} {query.question_zh}"
        folder = topics.index(query.topic)
        write([_title(query), described, inlined(query), number, folder, "false"])
    return target.getvalue()


def offered() -> list[SavedQuery]:
    """The saved queries that answer a question by themselves, topic by topic."""
    return [library.get(name) for name, topic in library.names().items() if topic != library.PARTS]


def _folder(topic: str) -> str:
    return " ".join(library.TOPICS[topic])


def _title(query: SavedQuery) -> str:
    return f"{query.title} · {query.title_zh}"
