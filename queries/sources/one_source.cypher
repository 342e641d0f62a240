// title: What one source alone claims
// title_zh: 仅一个来源的说法
// question: Which relationships of the thing of this name does this source claim and no other?
// question_zh: 这个事物的哪些关系只有这一个来源提出？
// param source: text = report · the source's id · 来源的标识
// param name: name = DeepSeek · a name, in either language · 名称，中英文皆可
// column source: from what the relationship goes · 起点
// column source_is: its kind · 起点类别
// column type: the relationship · 关系
// column target: to what it goes · 终点
// column target_is: its kind · 终点类别
// column certainty: how sure the source is · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(named)
MATCH (named)-[r]-(:Company|Model|Product|Technique|Benchmark|Dataset|Hardware|Person|Industry|Trend|Part)
WHERE r.sources = [$source]
WITH DISTINCT r, startNode(r) AS source, endNode(r) AS target
RETURN source.id AS source_id, labels(source)[0] AS source_kind,
       source.name AS source, source.name_zh AS source_zh,
       labels(source)[0] AS source_is, type(r) AS type,
       target.id AS target_id, labels(target)[0] AS target_kind,
       target.name AS target, target.name_zh AS target_zh,
       labels(target)[0] AS target_is,
       r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY source_id, type, target_id
LIMIT 1000
