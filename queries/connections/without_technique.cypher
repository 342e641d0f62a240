// title: What would fall apart without a technique
// title_zh: 缺了一项技术会怎样
// question: What does this technique enable or stand in, and what else would still hold each of these up?
// question_zh: 这项技术推动了什么、被什么采用，缺了它还有什么在支撑？
// param name: name = 强化学习 · the technique's name, in either language · 技术名称，中英文皆可
// column technique: the technique that was asked about · 所问的技术
// column type: ENABLES, or APPLIES where the other uses it · 关系：推动，或被采用
// column rest: how many other supports of that kind it has · 其余同类支撑的数量
// column falls: whether it would have none · 是否再无支撑
// column thing: what rests on the technique · 依赖它的事物
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(technique:Technique)
MATCH (technique)-[r:ENABLES|APPLIES]-(thing:Technique|Trend|Model|Product)
WHERE type(r) = 'APPLIES' OR startNode(r).id = technique.id
WITH technique, r, thing,
     COUNT { (thing)<-[:ENABLES]-(:Technique|Trend|Model) } + COUNT { (thing)-[:APPLIES]->(:Technique) } - 1 AS rest
RETURN technique.id AS technique_id, labels(technique)[0] AS technique_kind,
       technique.name AS technique, technique.name_zh AS technique_zh, type(r) AS type,
       rest, rest = 0 AS falls, thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY technique_id, rest, type, thing_id
LIMIT 1000
