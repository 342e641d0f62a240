"""What each page shows, asked of the database: names in, pictures out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from trendweave.graph.claims import evidence
from trendweave.graph.database import Database
from trendweave.graph.errors import NotFound, UsageError
from trendweave.graph.pictures.pages import company as companies
from trendweave.graph.pictures.pages import ego as egos
from trendweave.graph.pictures.pages import overview as overviews
from trendweave.graph.pictures.pages import timeline as timelines
from trendweave.graph.pictures.pages import trends as trending
from trendweave.graph.pictures.pages.story import path_picture
from trendweave.graph.pictures.pages.web import Detail, Key, Web, kept_of, links_of, nodes_of, weigh
from trendweave.graph.pictures.picture import BRIDGE, Link, Picture
from trendweave.graph.wording import both, discussed, says

from . import library, paths, typed
from .naming import find, with_units
from .results import things_of, ties_of

_AT_ONCE: Final = 1500  # a question, since each answer is bounded
_MOST_CLAIMS: Final = 40  # of an overlap, which may rest on hundreds
_MOST_OF_QUERY: Final = 300


def path(
    database: Database, *stops: str, any_relationship: bool = False, quotes: bool = False
) -> Picture:
    """How the first name leads to the last. Raises :class:`NotFound`."""
    answer = paths.path(database, *stops, any_relationship=any_relationship, quotes=quotes)
    ids = {node["id"] for way in answer["paths"] for node in way["nodes"]}
    ids |= {m["id"] for step in answer["paths"][0]["steps"] for m in step["members"][:12]}
    picture = path_picture(answer, paths.around(database, sorted(ids)))
    known = _known(database, [n.id for n in picture.nodes], quotes)
    nodes = (replace(n, aliases=known[n.id].aliases, year=known[n.id].year) for n in picture.nodes)
    return replace(picture, nodes=tuple(nodes))


def ego(database: Database, name: str, *, steps: int = 1, quotes: bool = False) -> Picture:
    """What is called ``name`` and what surrounds it, one or two ``steps`` away.

    Raises :class:`NotFound`, and :class:`UsageError` for other ``steps``.
    """
    if steps not in (1, 2):
        raise UsageError(f"{steps} steps cannot be drawn: it is 1 or 2.")
    centres = [thing["id"] for thing in find(database, name)]
    web = _touching(database, centres)
    if steps == 2:
        near = egos.surroundings(web, centres, steps=1, most=egos.MOST)
        web = _touching(database, near)
    kept = egos.surroundings(web, centres, steps=steps, most=egos.MOST)
    every = len(web.things) * 2
    reached = egos.surroundings(web, centres, steps=steps, most=every, providers=every)
    web = _touching(database, kept)
    return _picture(
        database,
        web,
        kept,
        egos.ties(web, kept),
        quotes,
        page="ego",
        focus=tuple(sorted(centres)),
        **_titled(web, centres),
        **kept_of(len(kept), len(reached), "around it", "与它相关的"),
    )


def trends(database: Database, *, quotes: bool = False) -> Picture:
    """The trends, the strength of each link between them, and what bridges them."""
    found = [row["thing_id"] for row in library.run(database, "all-trends")]
    if not found:
        raise NotFound("No source describes a trend.")
    web = _touching(database, found)
    direct = web.among(found)
    bridges = trending.bridges(web)
    keys = [*direct, *trending.bridging(web, bridges)]
    picture = _picture(
        database,
        web,
        [*found, *bridges],
        keys,
        quotes,
        page="trends",
        focus=tuple(found),
        title="How the trends hang together",
        title_zh="各趋势如何相连",
    )
    shared = trending.overlaps(web)
    claims = _said(database, web, [k for o in shared for k in o.keys[:_MOST_CLAIMS]], quotes)
    overlaps = tuple(
        Link(
            source=o.one,
            target=o.other,
            type=BRIDGE,
            certainty="stated",
            evidence=tuple(
                e for k in o.keys[:_MOST_CLAIMS] if k in claims for e in claims[k].evidence
            )[:_MOST_CLAIMS],
            members=tuple(web.things[m] for m in o.members),
        )
        for o in shared
    )
    return weigh(replace(picture, links=(*picture.links, *overlaps)))


def company(database: Database, name: str, *, quotes: bool = False) -> Picture:
    """The portfolio of the company called ``name`` across the trends. Raises :class:`NotFound`."""
    named = find(database, name)
    centres = [thing["id"] for thing in named if thing["kind"] in ("Company", "Person")]
    if not centres:
        raise NotFound(
            f"{named[0]['name']} is a {named[0]['kind'].lower()}, not a company: "
            f"try `trendweave draw ego {name}`."
        )
    owned = with_units(database, centres)
    web = _touching(database, owned)
    things, _ = companies.portfolio(web, owned, most=len(web.things))
    web = _touching(database, {**things, **dict.fromkeys(owned)})
    columns, whole = companies.portfolio(web, owned)
    return _picture(
        database,
        web,
        columns,
        companies.ties(web, columns),
        quotes,
        page="company",
        focus=tuple(sorted(centres)),
        **_titled(web, centres),
        **kept_of(len(columns), whole, "of its portfolio", "其布局相关的"),
    )


def timeline(
    database: Database, name: str | None = None, *, quotes: bool = False
) -> Picture | None:
    """What was made when, by every builder or by the one called ``name``; None without a date.

    Raises :class:`NotFound` for an unknown name.
    """
    named = {thing["id"] for thing in find(database, name)} if name else set()
    built = library.run(database, "dated-builds")
    found = timelines.dated(library.run(database, "dated"), built)
    if named:
        owned = set(with_units(database, named))
        web = _touching(database, owned)
        found = [d for d in found if d.id in timelines.of(web, owned)]
    if not found:
        return None
    shown = found[-timelines.MOST :]
    web = _touching(database, [d.id for d in shown])
    keys = [k for d in shown for k in web.keys_of[d.id] if k[1] == "BUILDS" and k[2] == d.id]
    ids = {d.id for d in shown} | {k[0] for k in keys}
    title, title_zh = "What came when", "时间线"
    if named:
        titles = _titled(Web(web.rows.values()), [i for i in ids if i in named] or sorted(ids)[:1])
        title, title_zh = f"{titles['title']}: {title}", f"{titles['title_zh']}：{title_zh}"
    picture = _picture(
        database,
        web,
        ids,
        keys,
        quotes,
        page="timeline",
        title=title,
        title_zh=title_zh,
        **kept_of(len(shown), len(found), "with a date, the latest", "有日期的"),
    )
    dates = {d.id: d.date for d in shown}
    nodes = (replace(n, date=dates.get(n.id)) for n in picture.nodes)
    return replace(picture, nodes=tuple(nodes))


def query(
    database: Database,
    name: str,
    *,
    given: Mapping[str, str] | None = None,
    quotes: bool = False,
) -> Picture:
    """What a saved query finds, drawn.

    Nodes, relationships and paths are drawn as they are; rows give their things and whatever
    joins these. Raises :class:`UsageError` for an unknown name or parameter, :class:`NotFound`
    where it finds no thing.
    """
    saved = library.get(name)
    found = typed.query(database, name, given or {})
    ids = things_of(found)
    web = _touching(database, ids[:_MOST_OF_QUERY])
    there = [i for i in ids[:_MOST_OF_QUERY] if i in web.things]
    if not there:
        raise NotFound(f"{saved.name} finds nothing that can be drawn.")
    said = ties_of(found)
    keys = [key for key in web.among(there) if not said or key in said]
    return _picture(
        database,
        web,
        there,
        keys,
        quotes,
        page="query",
        title=saved.title,
        title_zh=saved.title_zh,
        **kept_of(len(there), len(ids), "that it finds", "查得的"),
    )


def overview(database: Database, *, all_of_it: bool = False, quotes: bool = False) -> Picture:
    """The whole: what reads at once, or with ``all_of_it`` up to 10,000 things.

    Raises :class:`NotFound` on an empty database.
    """
    web = Web({**row, "said": row["claims"]} for row in paths.rows(database, "any-steps"))
    if not web.things:
        raise NotFound("There is nothing to draw.")
    kept = overviews.whole(web, overviews.MOST_OF_ALL if all_of_it else overviews.USUAL)
    keys = overviews.ties(web, kept, all_of_them=all_of_it)
    kept = sorted({end for key in keys for end in (key[0], key[2])})
    return _picture(
        database,
        web,
        kept,
        keys,
        quotes,
        page="overview",
        focus=tuple(sorted(i for i in kept if web.things[i].kind == "Trend")),
        title="The whole graph" if all_of_it else "The graph at a glance",
        title_zh="全图" if all_of_it else "全图概览",
        **kept_of(len(kept), len(web.things), "of the graph", "全图"),
    )


def _touching(database: Database, ids: Iterable[str]) -> Web:
    wanted = sorted(set(ids))
    parts = (wanted[k : k + _AT_ONCE] for k in range(0, len(wanted), _AT_ONCE))
    return Web(row for part in parts for row in library.run(database, "touching", ids=part))


def _titled(web: Web, ids: Iterable[str]) -> dict[str, str]:
    """The name of the weightiest of these, in both languages."""
    first = web.things[min(ids, key=lambda i: (-web.weight(i), i))]
    return {"title": first.name, "title_zh": first.name_zh or first.name}


def _picture(
    database: Database,
    web: Web,
    ids: Collection[str],
    keys: Iterable[Key],
    quotes: bool,
    **said: Any,
) -> Picture:
    keys = list(dict.fromkeys(keys))
    links = links_of(web, keys, _said(database, web, keys, quotes))
    nodes = nodes_of(web, ids, _known(database, ids, quotes))
    return weigh(Picture(nodes=tuple(nodes), links=tuple(links), **said))


def _said(database: Database, web: Web, keys: Iterable[Key], quotes: bool) -> dict[Key, Detail]:
    """What the sources say of these relationships."""
    ends = sorted({(key[0], key[2]) for key in keys})
    found = {}
    for k in range(0, len(ends), _AT_ONCE):
        pairs = [list(pair) for pair in ends[k : k + _AT_ONCE]]
        for row in library.run(database, "said-of-steps", ends=pairs):
            key = row["source_id"], row["type"], row["target_id"]
            ends_said = (both(web.things[i].name, web.things[i].name_zh) for i in (key[0], key[2]))
            text = says(key[1], *ends_said)[0]
            shown = tuple(evidence(row["claims"], text, quotes=quotes))
            found[key] = Detail(shown, year=_year(e.get("date") for e in shown))
    return found


def _known(database: Database, ids: Iterable[str], quotes: bool) -> dict[str, Detail]:
    """What the sources say of these things."""
    wanted, found = sorted(set(ids)), {}
    for k in range(0, len(wanted), _AT_ONCE):
        for row in library.run(database, "these-things", ids=wanted[k : k + _AT_ONCE]):
            called = both(row["thing"], row["thing_zh"])
            shown = tuple(evidence(row["claims"], discussed(called)[0], quotes=quotes))
            aliases = tuple(a for a in row["aliases"] or () if a not in called)
            found[row["thing_id"]] = Detail(shown, aliases, _year([row["date"]]))
    return found


def _year(dates: Iterable[str | None]) -> int | None:
    """The first year among dates."""
    return min((int(date[:4]) for date in dates if date), default=None)
