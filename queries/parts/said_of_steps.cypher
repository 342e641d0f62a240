// title: What is said of these relationships
// title_zh: 这些关系的依据
// question: What do the sources say of the relationships with these ends?
// question_zh: 关于两端为这些编号的关系，各来源怎么说？
// param ends: list = [["technique:reinforcement-learning", "trend:04"]] · pairs of ids, from and to · 成对的编号，起点与终点
// column source_id: from · 起点
// column type: the relationship · 关系
// column target_id: to · 终点
// column certainty: how sure the sources are · 确定程度
// shows: rows
UNWIND $ends AS pair
WITH pair[0] AS from, pair[1] AS to
MATCH (:Name {id: from})-[:NAMES]->(source:Company|Person|Model|Product|Technique|Dataset|Trend)
WHERE source.id = from
MATCH (source)-[r:BUILDS|FOUNDED|WORKS_AT|AUTHORED|OFFERS|POWERED_BY|BASED_ON|VERSION_OF|TRAINED_ON|TRAINED_WITH|APPLIES|ADOPTS|PARTNERS_WITH|PART_OF|ENABLES|EXEMPLIFIES|APPLIED_IN|CONTRASTS_WITH|EVALUATED_ON]->(target:Company|Model|Product|Technique|Benchmark|Dataset|Hardware|Industry|Trend|Part)
WHERE target.id = to
RETURN DISTINCT source.id AS source_id, type(r) AS type, target.id AS target_id,
       r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY source_id, type, target_id
LIMIT 5000
