// title: Contrasted techniques
// title_zh: 对立的技术
// question: What is the technique of this name set against, or in a trend of this name, which techniques against which?
// question_zh: 这项技术与什么相对；若是趋势，其中哪些技术彼此相对？
// param name: name = LifeOS · a technique's or a trend's name, in either language · 技术或趋势的名称，中英文皆可
// column one: the technique · 技术
// column other: what it is set against · 与之相对的技术
// column difference: wherein they differ · 区别所在
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(named:Technique|Trend)
MATCH (named)<-[:EXEMPLIFIES*0..1]-(technique:Technique)-[r:CONTRASTS_WITH]-(:Technique)
WITH DISTINCT r, startNode(r) AS one, endNode(r) AS other
RETURN one.id AS one_id, labels(one)[0] AS one_kind, one.name AS one, one.name_zh AS one_zh,
       other.id AS other_id, labels(other)[0] AS other_kind,
       other.name AS other, other.name_zh AS other_zh, r.notes AS difference,
       r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY one_id, other_id
LIMIT 1000
