// title: Only mentioned
// title_zh: 仅被提及
// question: Which companies, models and products are only mentioned: a case or driver in no chapter, or declared by no source?
// question_zh: 哪些机构、模型和产品仅被提及：在任何一章都不是案例或推动者，或没有任何来源专门登记？
// column thing: the thing · 事物
// column trends: the trends whose chapters mention it · 提及它的趋势
// column undeclared: whether it is known only as the end of a relationship · 是否仅作为关系的一端出现
// shows: rows
MATCH (thing:Company|Model|Product)
WHERE NOT EXISTS { (thing)-[seen:EXEMPLIFIES]->(:Trend) WHERE seen.role IN ['case', 'driver'] }
OPTIONAL MATCH (thing)-[:EXEMPLIFIES]->(trend:Trend)
WITH thing, collect(trend) AS trends
WHERE thing.mention OR trends <> []
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh, trends,
       coalesce(thing.mention, false) AS undeclared,
       thing.where AS where, thing.claims AS claims
ORDER BY thing_kind, thing_id
LIMIT 10000
