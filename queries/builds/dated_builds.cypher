// title: When it was built
// title_zh: 何时推出
// question: Who built what, and when, where a source says so?
// question_zh: 谁在何时推出了什么？
// column builder: who builds it · 研发者
// column thing: what is built · 所研发的事物
// column date: when · 时间
// column certainty: how sure the sources are · 确定程度
// shows: rows
MATCH (builder:Company|Person)-[built:BUILDS]->(thing:Model|Product|Technique|Benchmark|Dataset|Hardware)
WHERE built.date IS NOT NULL
RETURN builder.id AS builder_id, labels(builder)[0] AS builder_kind,
       builder.name AS builder, builder.name_zh AS builder_zh,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       built.date AS date, built.certainty AS certainty, built.where AS where,
       built.claims AS claims
ORDER BY date, builder_id, thing_id
LIMIT 20000
