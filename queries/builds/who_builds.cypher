// title: Who builds it
// title_zh: 谁研发了它
// question: Who builds the model, product, technique, benchmark or dataset of this name?
// param name: name = Deep Research · what it is called, in either language
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing:Model|Product|Technique|Benchmark|Dataset)
OPTIONAL MATCH (thing)<-[built:BUILDS]-(builder:Company|Person)
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       builder.id AS builder_id, labels(builder)[0] AS builder_kind,
       builder.name AS builder, builder.name_zh AS builder_zh,
       built.certainty AS certainty, built.where AS where, built.claims AS claims
ORDER BY thing_id, certainty DESC, builder_id
LIMIT 1000
