"""The graph as a person opens it: loading, answers, pictures, files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trendweave.graph.errors import InputError, NotFound

from .opening import Opened

if TYPE_CHECKING:
    import networkx as nx

    from trendweave.graph.ingest import Outcome
    from trendweave.graph.measures.things import Measured
    from trendweave.graph.suggest import Suggestion
    from trendweave.queries.answers import Show, WhatBuilds
    from trendweave.queries.builders import WhoBuilds
    from trendweave.queries.history import Changes, Run
    from trendweave.queries.paths import Paths
    from trendweave.queries.typed import Rows

Progress = Callable[[int, int], None]


class Graph(Opened):
    """A graph of sources, open for questions.

    It is opened for reading; what writes takes the database for as long as it needs it.
    """

    # loading ------------------------------------------------------------------

    def load(
        self,
        source: str = "report",
        *,
        text: str | os.PathLike[str] | None = None,
        keep_going: bool = False,
        progress: Progress | None = None,
    ) -> Outcome:
        """Load a source: a shipped name, ``NAME=PATH``, a folder of facts, the mapping of a table.

        ``text`` is the reader's own copy of what the source describes; the supporting sentences are
        then kept in this database. Raises :class:`InputError` with every finding, and writes
        nothing, unless ``keep_going`` writes what is good. Raises :class:`Busy` where the source
        has another writer, :class:`Outdated` where other alias tables than the present ones decided
        what the database holds.
        """
        from trendweave import loaders
        from trendweave.graph.gather import Gatherer
        from trendweave.graph.ingest import write

        found = loaders.find(source)
        info = found.info()
        records = found.records(Path(text) if text else None)
        database, table = self._loadable(), self._table()
        gathered = Gatherer(info, table).take(records).result()
        if gathered.findings and not keep_going:
            count = len(gathered.findings)
            raise InputError(
                f"{info.id} has {count} record{'s' if count > 1 else ''} that cannot be loaded, "
                "so nothing was written: mend them, or load the rest with --keep-going.",
                gathered.findings,
            )
        outcome = write(database, gathered, table=table, progress=progress)
        self.findings = gathered.findings
        return outcome

    def unload(self, source: str) -> Outcome:
        """Take back all that a source claims. Raises :class:`NotFound` where it is not loaded."""
        from trendweave.graph.ingest import unload

        loaded = [row["source"] for row in self.sources()]
        if source not in loaded:
            raise NotFound(f"{source} is not loaded.", loaded)
        return unload(self._loadable(), source, table=self._table())

    def realign(self, *, progress: Progress | None = None) -> list[Outcome]:
        """Decide anew what each claim is about, by the present alias tables, without the sources.

        What that did to each source that was written with others. Interrupted, it is finished by
        doing it again. Raises :class:`Busy`.
        """
        from trendweave.graph.realign import realign

        return realign(self._writing(), self._table(), progress=progress)

    def upgrade(self, *, progress: Progress | None = None) -> list[Outcome]:
        """Bring a database of an older release to the present schema, then :meth:`realign` it.

        Raises :class:`Busy`, and :class:`Outdated` where a newer release wrote it.
        """
        from trendweave.graph.current import check_schema
        from trendweave.graph.upgrade import upgrade

        check_schema(self._door(), older=True)
        self._checked = True
        return upgrade(self._writing(), self._table(), progress=progress)

    def suggest(self, kind: str | None = None) -> list[Suggestion]:
        """Things that may be one, best first: of a kind, or of all.

        A person decides, with ``accept`` or ``reject``; pairs already judged are left out. Raises
        :class:`UsageError` for an unknown kind.
        """
        from trendweave.graph.suggest import suggest

        return suggest(self.database, self._table(may_be_absent=True), kind)

    def words(self, id_: str) -> tuple[str, str | None] | None:
        """The name of a thing, with its maker where the name takes one, by which to judge it."""
        from trendweave.graph.references import in_database

        return in_database(self.database, id_, self._table(may_be_absent=True))

    def runs(self) -> list[Run]:
        """Every load and unload there was, numbered from 1, the first first."""
        from trendweave.queries import changes

        return changes.runs(self.database)

    def changes(
        self, run: int | None = None, until: int | None = None, *, source: str | None = None
    ) -> Changes:
        """What ``run`` added, dropped and altered, by default the last that did any of it.

        With ``until``: what differs between the states after these two runs (0: before the first).
        Of ``source`` alone, if it is given. Raises :class:`NotFound` for an unknown run.
        """
        from trendweave.queries import changes

        return changes.changes(self.database, run, until, source=source)

    # answers ------------------------------------------------------------------

    def who_builds(self, name: str, *, quotes: bool = False) -> WhoBuilds:
        """Who builds each thing of that name. Raises :class:`NotFound`."""
        from trendweave.queries import builders

        return builders.who_builds(self.database, name, quotes=quotes)

    def builds(self, name: str, *, quotes: bool = False) -> WhatBuilds:
        """What each company or person of that name builds. Raises :class:`NotFound`."""
        from trendweave.queries import answers

        return answers.builds(self.database, name, quotes=quotes)

    def show(self, name: str, *, quotes: bool = False) -> Show:
        """All that is known of each thing of that name. Raises :class:`NotFound`."""
        from trendweave.queries import answers

        return answers.show(self.database, name, quotes=quotes)

    def path(
        self, *stops: str, any_relationship: bool = False, most: int = 5, quotes: bool = False
    ) -> Paths:
        """The best ways from the first name to the last through those between.

        Raises :class:`NotFound` where a name is unknown or the sources support no way.
        """
        from trendweave.queries import paths

        return paths.path(
            self.database, *stops, any_relationship=any_relationship, most=most, quotes=quotes
        )

    def query(
        self, name: str | None = None, /, *, cypher: str | None = None, **parameters: str
    ) -> Rows:
        """Rows of a saved query by name, or of Cypher of your own.

        Raises :class:`UsageError` or :class:`QueryRefused`.
        """
        from trendweave.queries import typed

        if cypher is not None:
            return typed.typed(self.database, cypher, parameters)
        return typed.query(self.database, name or "", parameters)

    def measure(self, name: str, /, *things: str) -> Measured[Any]:
        """The answer of a measure, about the things of these names.

        Raises :class:`UsageError` or :class:`NotFound`.
        """
        from trendweave.queries import measured

        return measured.measure(self.database, name, *things)

    def sources(self) -> list[dict[str, Any]]:
        """The sources that are loaded: id, title, publisher, date, licence, attribution, link."""
        from trendweave.queries import library

        return library.run(self.database, "sources")

    def stats(self) -> dict[str, Any]:
        """Counts: ``things`` by kind, ``relationships`` by type, ``mentions``, ``sources``."""
        from trendweave.queries import library

        things = library.run(self.database, "things-by-kind")
        edges = library.run(self.database, "relationships-by-type")
        return {
            "things": {row["kind"]: row["things"] for row in things},
            "relationships": {row["type"]: row["relationships"] for row in edges},
            "mentions": sum(row["mentions"] for row in things),
            "implied": sum(row["implied"] for row in edges),
            "sources": len(self.sources()),
        }

    # pictures and files ---------------------------------------------------------

    def draw(
        self,
        page: str,
        *names: str,
        file: str | os.PathLike[str],
        lang: str = "en",
        quotes: bool = False,
        **options: Any,
    ) -> Path | None:
        """Write a picture to ``file``: a page (``.html``) or an ``.svg``.

        ``page`` and what it takes: ``path`` two names or more (``any_relationship``), ``ego`` a
        name (``steps`` 1 or 2), ``trends``, ``company`` a name, ``timeline`` a name or none,
        ``query`` the name of a saved query (``given``, its parameters as text), ``overview``
        (``all_of_it``, to 10,000 things). ``lang`` is ``en``, ``zh`` or ``both``: which names are
        shown at first. None where a timeline has nothing dated: nothing is written then. Raises
        :class:`NotFound` or :class:`UsageError`.
        """
        from . import drawing

        target = drawing.checked(os.fspath(file))
        picture = drawing.asked(page, self.database, names, quotes=quotes, **options)
        if picture is None:
            return None
        return drawing.written(picture, target, lang=lang, quotes=quotes)

    def draw_path(
        self,
        *stops: str,
        file: str | os.PathLike[str],
        lang: str = "en",
        any_relationship: bool = False,
        quotes: bool = False,
    ) -> Path | None:
        """Write the page that tells how the first name leads to the last. See :meth:`path`."""
        return self.draw(
            "path",
            *stops,
            file=file,
            lang=lang,
            quotes=quotes,
            any_relationship=any_relationship,
        )

    def draw_measure(
        self,
        name: str,
        /,
        *things: str,
        file: str | os.PathLike[str],
        lang: str = "en",
        most: int | None = 20,
    ) -> Path:
        """Write a plot (SVG) of the first ``most`` rows of a measure. See :meth:`measure`.

        Raises :class:`TrendweaveError` where matplotlib is missing.
        """
        from trendweave.graph import measures
        from trendweave.graph.pictures.plots import write_plot

        answer = self.measure(name, *things)
        write_plot(measures.chart(answer, most), Path(file), lang=lang)
        return Path(file)

    def to_networkx(self, *, quotes: bool = False) -> nx.MultiDiGraph[str]:
        """The domain graph as networkx has it: nodes by id, edges keyed by type."""
        from trendweave.graph import network

        return network.to_networkx(self.database, quotes=quotes)

    def export(self, file: str, *, quotes: bool = False) -> Path:
        """Write ``.json``, ``.graphml``, ``.gexf``, or (a path ending in ``/``) a CSV folder."""
        from trendweave.graph import network

        return network.export(self.database, file, quotes=quotes)


def open(  # noqa: A001
    db: str | os.PathLike[str] | None = None,
    *,
    auth: tuple[str, str] | None = None,
    aliases: str | os.PathLike[str] | None = None,
) -> Graph:
    """Open a graph: a folder, a Bolt URI, or the default place (see :class:`Graph`)."""
    return Graph(db, auth=auth, aliases=aliases)
