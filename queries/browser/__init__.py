"""What Neo4j Browser takes, written from the saved queries and from nothing else.

=============================  ==========================================================
``trendweave.grass``           the style: a kind has the colour that it has on the pages
``trendweave.html``            the tour, as a guide of the Browser that servers bring along
``trendweave.adoc``            the same tour, as a guide of the newer Browser and of Query
``trendweave-favourites.zip``  every saved query, a folder a topic, for the former
``trendweave-queries.csv``     the same, for the latter
=============================  ==========================================================
"""

from __future__ import annotations

STYLE = "trendweave.grass"
GUIDE = "trendweave.html"
DOCUMENT = "trendweave.adoc"
FAVOURITES = "trendweave-favourites.zip"
QUERIES = "trendweave-queries.csv"


def files(address: str = "") -> dict[str, bytes]:
    """Every file by its name; the guide links to the others at ``address``, if it has one."""
    from .guide import asciidoc, html
    from .scripts import favourites, saved_queries
    from .style import grass

    return {
        STYLE: grass().encode(),
        GUIDE: html(address).encode(),
        DOCUMENT: asciidoc(address).encode(),
        FAVOURITES: favourites(),
        QUERIES: saved_queries().encode(),
    }


def commands(address: str) -> list[str]:
    """What to say in a Browser to have the style and the guide from ``address``."""
    return [f":style {address}/{STYLE}", f":guide {address}/{GUIDE}"]


def on_connecting(address: str) -> str:
    """The same as a server says it to its Browser: ``browser.post_connect_cmd``."""
    return "; ".join(command.removeprefix(":") for command in commands(address))
