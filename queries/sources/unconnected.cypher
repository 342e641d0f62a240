// title: Loose ends
// title_zh: 孤立的事物
// question: Which things have no relationship but that a trend's chapter discusses them?
// question_zh: 哪些事物除某一趋势的章节论及之外没有任何关系？
// column thing: the thing · 事物
// column trends: the trends whose chapters speak of it · 论及它的趋势
// shows: rows
MATCH (:Trend)<-[:EXEMPLIFIES]-(technique:Technique)
WITH collect(DISTINCT technique) AS techniques
OPTIONAL MATCH (other:Company|Model|Product|Benchmark|Dataset|Hardware|Person|Industry|Trend|Part)
WITH techniques, collect(other) AS others
UNWIND techniques + others AS thing
WITH thing
WHERE NOT EXISTS { (thing)-[r]-() WHERE NOT type(r) IN ['EXEMPLIFIES', 'NAMES'] }
OPTIONAL MATCH (thing)-[:EXEMPLIFIES]->(trend:Trend)
WITH thing, collect(trend) AS trends
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh, trends,
       thing.where AS where, thing.claims AS claims
ORDER BY thing_kind, thing_id
LIMIT 1000
