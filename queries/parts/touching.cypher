// title: Everything that touches these things
// title_zh: 与它们相连的一切
// question: Which relationships have the things with these ids, both ways?
// question_zh: 这些编号的事物与其他事物有哪些关系？
// param ids: list = ["technique:reinforcement-learning"] · ids · 编号列表
// column source: from · 起点
// column type: the relationship · 关系
// column target: to · 终点
// column certainty: how sure the sources are · 确定程度
// column role: the part it plays in a chapter · 在章节中的角色
// column said: how many claims say so · 论断数
// shows: rows
UNWIND $ids AS id
MATCH (:Name {id: id})-[:NAMES]->(thing)
WHERE thing.id = id
MATCH (thing)-[r:BUILDS|FOUNDED|WORKS_AT|AUTHORED|OFFERS|POWERED_BY|BASED_ON|VERSION_OF|TRAINED_ON|TRAINED_WITH|APPLIES|ADOPTS|PARTNERS_WITH|PART_OF|ENABLES|EXEMPLIFIES|APPLIED_IN|CONTRASTS_WITH|EVALUATED_ON]-(other)
RETURN DISTINCT startNode(r).id AS source_id, labels(startNode(r))[0] AS source_kind,
       startNode(r).name AS source, startNode(r).name_zh AS source_zh, type(r) AS type,
       endNode(r).id AS target_id, labels(endNode(r))[0] AS target_kind,
       endNode(r).name AS target, endNode(r).name_zh AS target_zh,
       r.certainty AS certainty, r.role AS role, size(r.claims) AS said
ORDER BY said DESC, source_id, type, target_id
LIMIT 20000
