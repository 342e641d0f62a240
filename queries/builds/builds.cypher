// title: What it builds
// title_zh: 它研发了什么
// question: What does the company or person of this name build?
// question_zh: 这个名称的机构或人物研发了什么？
// param name: name = OpenAI · the builder's name, in either language · 研发者的名称，中英文皆可
// column builder: who builds · 研发者
// column thing: what it builds · 所研发的事物
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(builder:Company|Person)
OPTIONAL MATCH (builder)-[built:BUILDS]->(thing:Model|Product|Technique|Benchmark|Dataset|Hardware)
RETURN builder.id AS builder_id, labels(builder)[0] AS builder_kind,
       builder.name AS builder, builder.name_zh AS builder_zh,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       built.certainty AS certainty, built.where AS where, built.claims AS claims
ORDER BY builder_id, thing_kind, thing_id
LIMIT 10000
