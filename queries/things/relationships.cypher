// title: What it has to do with
// title_zh: 它的全部关系
// question: Which relationships has the thing of this name, both ways?
// question_zh: 这个名称的事物有哪些关系（双向）？
// param name: name = 强化学习 · a name · 名称，中英文皆可
// column thing: the thing · 事物
// column type: the relationship · 关系
// column forward: whether it leads outwards · 方向是否向外
// column other: the other end · 另一端
// column certainty: how sure the sources are · 确定程度
// column role: the part it plays in a chapter · 在章节中的角色
// column results: results · 结果
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing)
MATCH (thing)-[r:BUILDS|FOUNDED|WORKS_AT|AUTHORED|OFFERS|POWERED_BY|BASED_ON|VERSION_OF|TRAINED_ON|TRAINED_WITH|APPLIES|ADOPTS|PARTNERS_WITH|PART_OF|ENABLES|EXEMPLIFIES|APPLIED_IN|CONTRASTS_WITH|EVALUATED_ON]-(other)
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       type(r) AS type, startNode(r).id = thing.id AS forward,
       other.id AS other_id, labels(other)[0] AS other_kind,
       other.name AS other, other.name_zh AS other_zh,
       r.certainty AS certainty, r.where AS where, r.role AS role, r.results AS results,
       r.claims AS claims
ORDER BY thing_id, type, forward, other_id
LIMIT 2000
