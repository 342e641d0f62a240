"""A parser of Cypher, and the walk over its tree that finds what an engine answers wrongly.

tokens → cursor → atoms → expressions → patterns → statement give a tree; scope, counting, notes and
checker read it, shapes says what is wrong. ``trendweave.queries.lint`` is the door.
"""
