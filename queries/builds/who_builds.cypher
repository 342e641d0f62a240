// title: Who builds it
// title_zh: 谁研发了它
// question: Who builds the model, product, technique, benchmark, dataset or hardware of this name?
// question_zh: 这个名称的模型、产品、技术、基准、数据集或硬件由谁研发？
// param name: name = Deep Research · what it is called, in either language · 事物的名称，中英文皆可
// column thing: what is built · 事物
// column builder: who builds it · 研发者
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing:Model|Product|Technique|Benchmark|Dataset|Hardware)
OPTIONAL MATCH (thing)<-[built:BUILDS]-(builder:Company|Person)
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       builder.id AS builder_id, labels(builder)[0] AS builder_kind,
       builder.name AS builder, builder.name_zh AS builder_zh,
       built.certainty AS certainty, built.where AS where, built.claims AS claims
ORDER BY thing_id, certainty DESC, builder_id
LIMIT 1000
