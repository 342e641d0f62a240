// title: How many relationships of each type
// title_zh: 各类关系的数量
// question: How many relationships of each type are there, and how many are implied only?
// shows: rows
MATCH (a:Company|Person|Model|Product|Technique|Trend)-[r:BUILDS|FOUNDED|WORKS_AT|AUTHORED|POWERED_BY|APPLIES|ADOPTS|PARTNERS_WITH|PART_OF|ENABLES|EXEMPLIFIES|APPLIED_IN|CONTRASTS_WITH|EVALUATED_ON]->(b:Company|Model|Product|Technique|Benchmark|Dataset|Industry|Trend|Part)
RETURN type(r) AS type, count(r) AS relationships,
       sum(CASE WHEN r.certainty = 'implied' THEN 1 ELSE 0 END) AS implied
ORDER BY relationships DESC, type
LIMIT 100
