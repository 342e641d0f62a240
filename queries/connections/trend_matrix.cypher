// title: How each trend stands to each other
// title_zh: 趋势之间的关系矩阵
// question: Which trend drives which, directly or through techniques, and how much do their chapters share?
// question_zh: 哪个趋势直接或经由技术推动哪个趋势，它们的章节又有多少共同内容？
// column source: the trend that drives · 起推动作用的趋势
// column target: the trend that is driven · 被推动的趋势
// column direct: how sure the sources are that one drives the other; none where none says so · 直接推动的确定程度，无来源则为空
// column through: how many techniques the one enables that enable the other · 由前者推动并推动后者的技术数量
// column shared: how many things the chapters on both discuss · 两章共同谈到的事物数量
// shows: rows
MATCH (source:Trend)
MATCH (target:Trend)
WHERE source.id <> target.id
WITH source, target,
     COLLECT { MATCH (source)-[drives:ENABLES]->(target) RETURN drives } AS drives,
     COLLECT { MATCH (source)-[a:ENABLES]->(:Technique)-[b:ENABLES]->(target) RETURN [a, b] } AS through,
     COUNT { (source)<-[:EXEMPLIFIES]-(:Technique|Model|Product|Company)-[:EXEMPLIFIES]->(target) } AS shared
WHERE size(drives) + size(through) + shared > 0
WITH source, target, drives, through, shared,
     reduce(steps = drives, pair IN through | steps + pair) AS steps
RETURN source.id AS source_id, labels(source)[0] AS source_kind,
       source.name AS source, source.name_zh AS source_zh,
       target.id AS target_id, labels(target)[0] AS target_kind,
       target.name AS target, target.name_zh AS target_zh,
       head(drives).certainty AS direct, size(through) AS through, shared,
       reduce(said = [], step IN steps | said + step.claims) AS claims
ORDER BY source_id, target_id
LIMIT 1000
