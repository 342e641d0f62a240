// title: Everything that touches these things
// title_zh: 与它们相连的一切
// question: Which relationships have the things with these ids, both ways?
// param ids: list = ["technique:reinforcement-learning"] · ids
// shows: rows
UNWIND $ids AS id
MATCH (:Name {id: id})-[:NAMES]->(thing)
WHERE thing.id = id
MATCH (thing)-[r:BUILDS|FOUNDED|WORKS_AT|AUTHORED|POWERED_BY|APPLIES|ADOPTS|PARTNERS_WITH|PART_OF|ENABLES|EXEMPLIFIES|APPLIED_IN|CONTRASTS_WITH|EVALUATED_ON]-(other)
RETURN DISTINCT startNode(r).id AS source_id, labels(startNode(r))[0] AS source_kind,
       startNode(r).name AS source, startNode(r).name_zh AS source_zh, type(r) AS type,
       endNode(r).id AS target_id, labels(endNode(r))[0] AS target_kind,
       endNode(r).name AS target, endNode(r).name_zh AS target_zh,
       r.certainty AS certainty, r.role AS role, size(r.claims) AS claims
ORDER BY claims DESC, source_id, type, target_id
LIMIT 20000
