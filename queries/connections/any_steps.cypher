// title: Every relationship
// title_zh: 所有关系
// question: What has to do with what?
// shows: rows
MATCH (source:Company|Person|Model|Product|Technique|Trend)-[r:BUILDS|FOUNDED|WORKS_AT|AUTHORED|POWERED_BY|APPLIES|ADOPTS|PARTNERS_WITH|PART_OF|ENABLES|EXEMPLIFIES|APPLIED_IN|CONTRASTS_WITH|EVALUATED_ON]->(target:Company|Model|Product|Technique|Benchmark|Dataset|Industry|Trend|Part)
RETURN type(r) AS type, source.id AS source_id, labels(source)[0] AS source_kind,
       source.name AS source, source.name_zh AS source_zh,
       target.id AS target_id, labels(target)[0] AS target_kind,
       target.name AS target, target.name_zh AS target_zh,
       r.certainty AS certainty, r.role AS role, r.claims AS claims
ORDER BY type, source_id, target_id
LIMIT 1000000
