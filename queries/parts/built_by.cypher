// title: What these builders build
// title_zh: 这些研发者的成果
// question: What do the companies and persons with these ids build?
// question_zh: 这些编号的机构和人物研发了什么？
// param ids: list = ["company:openai"] · ids · 编号列表
// column builder: who builds · 研发者
// column thing: what it builds · 所研发的事物
// column certainty: how sure the sources are · 确定程度
// shows: rows
UNWIND $ids AS id
MATCH (:Name {id: id})-[:NAMES]->(builder:Company|Person)
WHERE builder.id = id
MATCH (builder)-[built:BUILDS]->(thing:Model|Product|Technique|Benchmark|Dataset|Hardware)
RETURN DISTINCT builder.id AS builder_id, labels(builder)[0] AS builder_kind,
       builder.name AS builder, builder.name_zh AS builder_zh,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       built.certainty AS certainty, built.claims AS claims
ORDER BY builder_id, thing_kind, thing_id
LIMIT 20000
