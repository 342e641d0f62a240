// title: How many relationships of each type
// title_zh: 各类关系的数量
// question: How many relationships of each type are there, and how many are implied only?
// question_zh: 各类关系有多少，其中多少只是推知？
// column type: the relationship · 关系
// column relationships: how many · 数量
// column implied: how many are implied only · 仅为推知的数量
// shows: rows
MATCH (a:Company|Person|Model|Product|Technique|Dataset|Trend)-[r:BUILDS|FOUNDED|WORKS_AT|AUTHORED|OFFERS|POWERED_BY|BASED_ON|VERSION_OF|TRAINED_ON|TRAINED_WITH|APPLIES|ADOPTS|PARTNERS_WITH|PART_OF|ENABLES|EXEMPLIFIES|APPLIED_IN|CONTRASTS_WITH|EVALUATED_ON]->(b:Company|Model|Product|Technique|Benchmark|Dataset|Hardware|Industry|Trend|Part)
WHERE a.id > ''
RETURN type(r) AS type, count(r) AS relationships,
       sum(CASE WHEN r.certainty = 'implied' THEN 1 ELSE 0 END) AS implied
ORDER BY relationships DESC, type
LIMIT 100
