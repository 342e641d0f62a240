// title: What a technique belongs to
// title_zh: 技术的上位
// question: Of what is the technique of this name a kind or part, on all levels?
// question_zh: 这项技术属于哪些更大的技术（各层级）？
// param name: name = 灵巧手 · the technique's name, in either language · 技术名称，中英文皆可
// column depth: how many steps above, the shortest way · 最短层数
// column whole: what it belongs to · 上位技术
// column part: what is directly part of that · 其直接下位
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(named:Technique)
MATCH way = (named)-[:PART_OF*1..12]->(whole:Technique)
WITH whole, relationships(way)[-1] AS r, min(length(way)) AS depth
WITH whole, r, depth, startNode(r) AS part
RETURN depth, whole.id AS whole_id, labels(whole)[0] AS whole_kind,
       whole.name AS whole, whole.name_zh AS whole_zh,
       part.id AS part_id, labels(part)[0] AS part_kind,
       part.name AS part, part.name_zh AS part_zh,
       r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY depth, whole_id, part_id
LIMIT 1000
