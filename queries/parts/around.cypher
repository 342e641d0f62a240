// title: What surrounds these things
// title_zh: 它们的周围
// question: Which companies, models, products and techniques touch the things with these ids?
// question_zh: 哪些机构、模型、产品和技术与这些编号的事物有关？
// param ids: list = ["technique:reinforcement-learning"] · ids · 编号列表
// column type: the relationship · 关系
// column forward: whether it leads outwards · 方向是否向外
// column thing: one of the things asked for · 所问的事物
// column other: what touches it · 相关事物
// column certainty: how sure the sources are · 确定程度
// column role: the part it plays in a chapter · 在章节中的角色
// shows: rows
UNWIND $ids AS id
MATCH (:Name {id: id})-[:NAMES]->(thing:Technique|Trend|Model|Product)
WHERE thing.id = id
MATCH (thing)-[r:BUILDS|POWERED_BY|APPLIES|ADOPTS|ENABLES|EXEMPLIFIES|PART_OF]-(other:Company|Model|Product|Technique)
RETURN DISTINCT type(r) AS type, startNode(r).id = thing.id AS forward,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       other.id AS other_id, labels(other)[0] AS other_kind,
       other.name AS other, other.name_zh AS other_zh,
       r.certainty AS certainty, r.role AS role, r.claims AS claims
ORDER BY thing_id, type, forward, other_id
LIMIT 5000
