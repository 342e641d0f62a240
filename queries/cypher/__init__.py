"""A parser of Cypher, and the walk over its tree that finds what an engine answers wrongly.

tokens → cursor → atoms → expressions → patterns → statement give a tree; scope, shapes and checker
read it. ``trendweave.queries.lint`` is the door.
"""
