// title: What a technique comprises
// title_zh: 技术的下位
// question: Which kinds and parts has the technique of this name, on all levels?
// question_zh: 这项技术有哪些种类和组成部分（各层级）？
// param name: name = 机器人本体 · the technique's name, in either language · 技术名称，中英文皆可
// column depth: how many steps below, the shortest way · 最短层数
// column part: the kind or part · 种类或组成部分
// column whole: what it is directly part of · 其直接上位
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(named:Technique)
MATCH way = (named)<-[:PART_OF*1..12]-(part:Technique)
WITH part, relationships(way)[-1] AS r, min(length(way)) AS depth
WITH part, r, depth, endNode(r) AS whole
RETURN depth, part.id AS part_id, labels(part)[0] AS part_kind,
       part.name AS part, part.name_zh AS part_zh,
       whole.id AS whole_id, labels(whole)[0] AS whole_kind,
       whole.name AS whole, whole.name_zh AS whole_zh,
       r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY depth, whole_id, part_id
LIMIT 1000
