// title: Makers of what applies a technique
// title_zh: 谁在研发采用某项技术的模型和产品
// question: Who makes the models and products that apply this technique or a kind of it?
// question_zh: 采用这项技术或其分支的模型和产品由谁研发？
// param name: name = 强化学习 · the technique's name, in either language · 技术名称，中英文皆可
// column technique: the technique that was asked about · 所问的技术
// column applied: what is applied: that technique, or a kind or part of it · 所采用的：该技术或其分支
// column thing: the model or product that applies it · 采用它的模型或产品
// column maker: who makes that · 研发者
// column certainty: implied where either fact is only implied · 确定程度，任一事实为推知即为推知
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(technique:Technique)
MATCH (technique)<-[:PART_OF*0..3]-(applied:Technique)
WITH DISTINCT technique, applied
MATCH (applied)<-[applies:APPLIES]-(thing:Model|Product)<-[built:BUILDS]-(maker:Company|Person)
RETURN technique.id AS technique_id, labels(technique)[0] AS technique_kind,
       technique.name AS technique, technique.name_zh AS technique_zh,
       applied.id AS applied_id, labels(applied)[0] AS applied_kind,
       applied.name AS applied, applied.name_zh AS applied_zh,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       maker.id AS maker_id, labels(maker)[0] AS maker_kind,
       maker.name AS maker, maker.name_zh AS maker_zh,
       CASE WHEN applies.certainty = 'stated' THEN built.certainty ELSE 'implied' END AS certainty,
       built.where + applies.where AS where, built.claims + applies.claims AS claims
ORDER BY technique_id, maker_id, thing_kind, thing_id, applied_id
LIMIT 2000
