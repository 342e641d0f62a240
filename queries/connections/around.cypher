// title: What surrounds these things
// title_zh: 它们的周围
// question: Which companies, models, products and techniques touch the things with these ids?
// param ids: list = ["technique:reinforcement-learning"] · ids
// shows: rows
UNWIND $ids AS id
MATCH (:Name {id: id})-[:NAMES]->(thing:Technique|Trend|Model|Product)
WHERE thing.id = id
MATCH (thing)-[r:BUILDS|POWERED_BY|APPLIES|ADOPTS|ENABLES|EXEMPLIFIES|PART_OF]-(other:Company|Model|Product|Technique)
RETURN DISTINCT type(r) AS type, startNode(r).id = thing.id AS forward,
       thing.id AS id, labels(thing)[0] AS kind, thing.name AS name, thing.name_zh AS name_zh,
       other.id AS other_id, labels(other)[0] AS other_kind,
       other.name AS other, other.name_zh AS other_zh,
       r.certainty AS certainty, r.role AS role, r.claims AS claims
ORDER BY id, type, forward, other_id
LIMIT 5000
