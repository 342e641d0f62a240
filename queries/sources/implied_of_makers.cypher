// title: Implied claims about makers and their works
// title_zh: 关于机构、人物及其成果、仅可推知的说法
// question: Which relationships of companies, people, models and products does no source state outright?
// question_zh: 机构、人物、模型和产品的哪些关系没有任何来源明说？
// column source: from what the relationship goes · 起点
// column type: the relationship · 关系
// column target: to what it goes · 终点
// shows: rows
MATCH (source:Company|Person|Model|Product)-[r]->(target)
WHERE r.certainty = 'implied'
RETURN source.id AS source_id, labels(source)[0] AS source_kind,
       source.name AS source, source.name_zh AS source_zh, type(r) AS type,
       target.id AS target_id, labels(target)[0] AS target_kind,
       target.name AS target, target.name_zh AS target_zh,
       r.where AS where, r.claims AS claims
ORDER BY type DESC, source_id, target_id
LIMIT 1000
