// title: Works without a builder
// title_zh: 没有研发者的成果
// question: Of which models and products does no source say who builds them?
// question_zh: 哪些模型和产品没有任何来源说明由谁研发？
// column thing: the model or product · 模型或产品
// column trends: the trends whose chapters speak of it · 论及它的趋势
// shows: rows
MATCH (thing:Model|Product)
WHERE NOT EXISTS { (thing)<-[:BUILDS]-(:Company|Person) }
OPTIONAL MATCH (thing)-[:EXEMPLIFIES]->(trend:Trend)
WITH thing, collect(trend) AS trends
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh, trends,
       thing.where AS where, thing.claims AS claims
ORDER BY thing_kind, thing_id
LIMIT 10000
