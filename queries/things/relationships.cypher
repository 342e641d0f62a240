// title: What it has to do with
// title_zh: 它的全部关系
// question: Which relationships has the thing of this name, both ways?
// param name: name = 强化学习 · a name
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing)
MATCH (thing)-[r:BUILDS|FOUNDED|WORKS_AT|AUTHORED|POWERED_BY|APPLIES|ADOPTS|PARTNERS_WITH|PART_OF|ENABLES|EXEMPLIFIES|APPLIED_IN|CONTRASTS_WITH|EVALUATED_ON]-(other)
RETURN thing.id AS id, type(r) AS type, startNode(r).id = thing.id AS forward,
       other.id AS other_id, labels(other)[0] AS other_kind,
       other.name AS other, other.name_zh AS other_zh,
       r.certainty AS certainty, r.where AS where, r.role AS role, r.results AS results,
       r.claims AS claims
ORDER BY id, type, forward, other_id
LIMIT 2000
