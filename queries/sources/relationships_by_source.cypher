// title: Relationships that each source claims
// title_zh: 各来源所述的关系
// question: How many relationships of each type does each source claim, and how many of them does no other source?
// question_zh: 各来源分别提出多少各类关系，其中多少是别的来源没有的？
// column source: the source · 来源
// column type: the relationship · 关系
// column relationships: how many · 数量
// column alone: how many no other source claims · 仅见于该来源的数量
// shows: rows
MATCH (a:Company|Person|Model|Product|Technique|Dataset|Trend)-[r:BUILDS|FOUNDED|WORKS_AT|AUTHORED|OFFERS|POWERED_BY|BASED_ON|VERSION_OF|TRAINED_ON|TRAINED_WITH|APPLIES|ADOPTS|PARTNERS_WITH|PART_OF|ENABLES|EXEMPLIFIES|APPLIED_IN|CONTRASTS_WITH|EVALUATED_ON]->(b:Company|Model|Product|Technique|Benchmark|Dataset|Hardware|Industry|Trend|Part)
WHERE a.id > ''
UNWIND r.sources AS source
WITH source, type(r) AS type, size(r.sources) = 1 AS alone
RETURN source, type, count(type) AS relationships, sum(CASE WHEN alone THEN 1 ELSE 0 END) AS alone
ORDER BY source, relationships DESC, type
LIMIT 1000
