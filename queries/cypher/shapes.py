"""What the lint says of each shape, by its number in the project's notes on the engine."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """Why a statement is refused: which shape, where, and one sentence with the right phrasing."""

    shape: int | str
    line: int
    message: str


SAYS: dict[int | str, str] = {
    1: "{0} is not known in this map yet: compare it in WHERE instead.",
    2: "A MATCH after UNWIND does not see {0}: put `WITH *` between the two, or UNWIND first.",
    3: "One condition reads {0} together with variables that are bound earlier: put `WITH *` "
    "before this WHERE, and an OPTIONAL MATCH with both into `OPTIONAL CALL (*) {{ … RETURN … }}`.",
    4: "{0} may be null here and would then match anything: begin the pattern at it in a MATCH, "
    "EXISTS, COUNT or COLLECT, or filter it first with `WITH * WHERE {0} IS NOT NULL`.",
    5: "A WHERE on the shortest path {0} only filters the one path found: match the plain path, "
    "such as `{0} = (a)-[*1..4]-(b)`, with this WHERE, ORDER BY length({0}) and LIMIT 1.",
    6: "{0} in a shortest path stays null: name the path and read relationships(path).",
    7: "WHERE beside SKIP or LIMIT in one WITH filters before it cuts: put the WHERE in a second "
    "WITH.",
    8: "The path {0} of a pattern comprehension is not known in it: use "
    "`COLLECT {{ MATCH {0} = … RETURN … }}`.",
    9: "UNION in a subquery keeps duplicates of entities such as {0}: return ids, or follow CALL "
    "with `WITH DISTINCT`.",
    "order": "{0} is not known when this WITH sorts by it: let the WITH carry it along.",
    "repeated": "The WHERE inside a relationship of variable length is passed over: put it on the "
    "relationships of the named path.",
    "condition": "A bare pattern is no truth value here: write EXISTS {{ … }}.",
    "twice": "{0} is not matched with itself in a pattern that is an expression: use EXISTS or "
    "COLLECT {{ MATCH … }}.",
    "count": "This count may pass over labels, conditions or the CALL beside it: count a property "
    "that all have, such as `count(x.id)`, instead of things or rows.",
    "ends": "{0} is bound before this shortest path, which passes over its label and map: test "
    "both before it.",
    "loop": "{0} at both ends of a relationship is not compared when rows are counted: give the "
    "other end a name of its own and compare the two in WHERE.",
    "duration": "Durations have no order: add each to the same date and compare the dates.",
    "toInteger": "toInteger of a text with spaces around it differs between engines: trim it.",
}
