"""AI trend reports and catalogues as one graph that answers who builds what, and says who says so.

>>> import trendweave
>>> with trendweave.open("build/doc-example") as g:
...     outcome = g.load("report")
...     answer = g.who_builds("Deep Research")
>>> [builder["name"] for builder in answer["answers"][0]["builders"]]
['OpenAI']
"""

from __future__ import annotations

from .api import Graph, open  # noqa: A004
from .judging import accept, judgements, reject
from .lookups import check, measures, saved_queries, saved_query
from .names import identify, identify_lines, senses

__all__ = [
    "Graph",
    "accept",
    "check",
    "identify",
    "identify_lines",
    "judgements",
    "measures",
    "open",
    "reject",
    "saved_queries",
    "saved_query",
    "senses",
]
__version__ = "0.1.0"
