// title: Every step from one thing towards another
// title_zh: 所有可走的一步
// question: What enables, applies or exemplifies what?
// shows: rows
MATCH (source:Technique|Trend|Model|Product)-[r:ENABLES|APPLIES|EXEMPLIFIES|PART_OF]->(target:Technique|Trend)
RETURN type(r) AS type, source.id AS source_id, labels(source)[0] AS source_kind,
       source.name AS source, source.name_zh AS source_zh,
       target.id AS target_id, labels(target)[0] AS target_kind,
       target.name AS target, target.name_zh AS target_zh,
       r.certainty AS certainty, r.role AS role, r.claims AS claims
ORDER BY type, source_id, target_id
LIMIT 100000
