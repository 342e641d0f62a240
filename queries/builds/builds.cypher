// title: What it builds
// title_zh: 它研发了什么
// question: What does the company or person of this name build?
// param name: name = OpenAI · the builder's name, in either language
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(builder:Company|Person)
OPTIONAL MATCH (builder)-[built:BUILDS]->(thing:Model|Product|Technique|Benchmark|Dataset)
RETURN builder.id AS builder_id, labels(builder)[0] AS builder_kind,
       builder.name AS builder, builder.name_zh AS builder_zh,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       built.certainty AS certainty, built.where AS where, built.claims AS claims
ORDER BY builder_id, thing_kind, thing_id
LIMIT 10000
