// title: These organisations and those above them
// title_zh: 这些机构及其上级机构
// question: What are the organisations with these ids called, and what are they parts of?
// question_zh: 这些编号的机构叫什么，又属于哪些机构？
// param ids: list = ["company:google-deepmind"] · ids · 编号列表
// column unit: the organisation · 机构
// column whole: one above it · 其上级机构
// column steps: how far above · 相隔几级
// shows: rows
UNWIND $ids AS id
MATCH (:Name {id: id})-[:NAMES]->(unit:Company)
WHERE unit.id = id
OPTIONAL MATCH chain = (unit)-[:PART_OF*1..5]->(whole:Company)
RETURN unit.id AS unit_id, labels(unit)[0] AS unit_kind,
       unit.name AS unit, unit.name_zh AS unit_zh,
       whole.id AS whole_id, labels(whole)[0] AS whole_kind,
       whole.name AS whole, whole.name_zh AS whole_zh, min(length(chain)) AS steps
ORDER BY unit_id, steps, whole_id
LIMIT 20000
