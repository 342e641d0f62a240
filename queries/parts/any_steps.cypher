// title: Every relationship
// title_zh: 所有关系
// question: What has each thing to do with others, and how surely?
// question_zh: 每样事物与别的事物有什么关系，确定程度如何？
// column source: where the steps start · 起点
// column steps: type, target and standing of each step · 各步的类型、终点与依据
// shows: rows
MATCH (source:Company|Person|Model|Product|Technique|Dataset|Trend)-[r:BUILDS|FOUNDED|WORKS_AT|AUTHORED|OFFERS|POWERED_BY|BASED_ON|VERSION_OF|TRAINED_ON|TRAINED_WITH|APPLIES|ADOPTS|PARTNERS_WITH|PART_OF|ENABLES|EXEMPLIFIES|APPLIED_IN|CONTRASTS_WITH|EVALUATED_ON]->(target:Company|Model|Product|Technique|Benchmark|Dataset|Hardware|Industry|Trend|Part)
WHERE source.id > ''
WITH source, collect([type(r), target.id, labels(target)[0], target.name, target.name_zh,
                      r.certainty, r.role, size(r.claims)]) AS steps
RETURN source.id AS source_id, labels(source)[0] AS source_kind,
       source.name AS source, source.name_zh AS source_zh, steps
ORDER BY source_id
LIMIT 1000000
