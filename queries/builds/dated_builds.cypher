// title: When it was built
// title_zh: 何时推出
// question: Which builders made what, and when, where a source says so?
// shows: rows
MATCH (builder:Company|Person)-[r:BUILDS]->(thing:Model|Product|Technique|Benchmark|Dataset)
WHERE r.date IS NOT NULL
RETURN builder.id AS source_id, labels(builder)[0] AS source_kind,
       builder.name AS source, builder.name_zh AS source_zh, type(r) AS type,
       thing.id AS target_id, labels(thing)[0] AS target_kind,
       thing.name AS target, thing.name_zh AS target_zh,
       r.certainty AS certainty, r.role AS role, size(r.claims) AS claims, r.date AS date
ORDER BY date, source_id, target_id
LIMIT 20000
