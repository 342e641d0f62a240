// title: Every step from one thing towards another
// title_zh: 所有可走的一步
// question: What does each thing enable, apply or exemplify, and how surely?
// question_zh: 每样事物推动、采用或体现了什么，确定程度如何？
// column source: where the steps start · 起点
// column steps: type, target and standing of each step · 各步的类型、终点与依据
// shows: rows
MATCH (source:Technique|Trend|Model|Product)-[r:ENABLES|APPLIES|EXEMPLIFIES|PART_OF]->(target:Technique|Trend)
WHERE source.id > ''
WITH source, collect([type(r), target.id, labels(target)[0], target.name, target.name_zh,
                      r.certainty, r.role, size(r.claims)]) AS steps
RETURN source.id AS source_id, labels(source)[0] AS source_kind,
       source.name AS source, source.name_zh AS source_zh, steps
ORDER BY source_id
LIMIT 100000
