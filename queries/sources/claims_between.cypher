// title: Who says so, of a relationship
// title_zh: 谁这样说（关系）
// question: Which relationships join the things of these two names, and who claims them where?
// question_zh: 这两个名称的事物之间有哪些关系，谁在哪里这样说？
// param one: name = 强化学习 · a name, in either language · 名称，中英文皆可
// param other: name = 智能体 · another name · 另一个名称
// column source: from what the relationship goes · 起点
// column source_is: its kind · 起点类别
// column type: the relationship · 关系
// column target: to what it goes · 终点
// column target_is: its kind · 终点类别
// column role: case, driver or mentioned, where it is a trend's chapter · 角色
// column results: scores, where it was measured · 成绩
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($one, ' ', ''), '-', '')) AS one_key,
     toLower(replace(replace($other, ' ', ''), '-', '')) AS other_key
MATCH (:Name {id: one_key})-[:NAMES]->(one)
MATCH (:Name {id: other_key})-[:NAMES]->(other)
MATCH (one)-[r]-(other)
WITH DISTINCT r, startNode(r) AS source, endNode(r) AS target
RETURN source.id AS source_id, labels(source)[0] AS source_kind,
       source.name AS source, source.name_zh AS source_zh,
       labels(source)[0] AS source_is, type(r) AS type,
       target.id AS target_id, labels(target)[0] AS target_kind,
       target.name AS target, target.name_zh AS target_zh,
       labels(target)[0] AS target_is, r.role AS role, r.results AS results,
       r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY source_id, type, target_id
LIMIT 1000
