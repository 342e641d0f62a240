// title: What it and its units build
// title_zh: 它和下属机构研发了什么
// question: What does the company of this name build, by itself and through its units at any depth?
// question_zh: 这个名称的机构连同各级下属机构研发了什么？
// param name: name = Tencent · the company's name, in either language · 机构名称，中英文皆可
// column builder: who was asked about · 所问的机构
// column unit: which of its units builds it, or the company itself · 研发的下属机构，或该机构自身
// column thing: what is built · 所研发的事物
// column certainty: implied where a step is only implied · 确定程度，任一环节为推知即为推知
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(builder:Company)
OPTIONAL MATCH (listed:Company)
WHERE listed.id > '' AND builder.id IN listed.groups
WITH builder, collect(listed) + [builder] AS heads
UNWIND heads AS head
MATCH (unit:Company)-[belonging:PART_OF*0..5]->(head:Company)
WITH builder, unit, collect(belonging) AS chains
MATCH (unit)-[built:BUILDS]->(thing:Model|Product|Technique|Benchmark|Dataset|Hardware)
WITH builder, unit, thing, built,
     reduce(all = [], chain IN chains | all + chain) AS steps
RETURN builder.id AS builder_id, labels(builder)[0] AS builder_kind,
       builder.name AS builder, builder.name_zh AS builder_zh,
       unit.id AS unit_id, labels(unit)[0] AS unit_kind, unit.name AS unit, unit.name_zh AS unit_zh,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       CASE WHEN all(step IN steps WHERE step.certainty = 'stated') THEN built.certainty ELSE 'implied' END AS certainty,
       built.where AS where,
       reduce(said = built.claims, step IN steps | said + step.claims) AS claims
ORDER BY builder_id, unit_id, thing_kind, thing_id
LIMIT 10000
