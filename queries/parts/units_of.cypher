// title: The units of these organisations
// title_zh: 这些机构的下属机构
// question: Which organisations are parts of those with these ids, at any depth, the whole among them?
// question_zh: 哪些机构（连同其自身）在任意层级上属于这些编号的机构？
// param ids: list = ["company:tencent"] · ids · 编号列表
// column whole: the organisation · 机构
// column unit: a part of it, or itself · 其下属机构或其自身
// shows: rows
UNWIND $ids AS id
MATCH (:Name {id: id})-[:NAMES]->(whole:Company)
WHERE whole.id = id
OPTIONAL MATCH (listed:Company)
WHERE listed.id > '' AND whole.id IN listed.groups
WITH whole, collect(listed) + [whole] AS heads
UNWIND heads AS head
MATCH (unit:Company)-[:PART_OF*0..5]->(head:Company)
RETURN DISTINCT whole.id AS whole_id, labels(whole)[0] AS whole_kind,
       whole.name AS whole, whole.name_zh AS whole_zh,
       unit.id AS unit_id, labels(unit)[0] AS unit_kind,
       unit.name AS unit, unit.name_zh AS unit_zh
ORDER BY whole_id, unit_id
LIMIT 10000
