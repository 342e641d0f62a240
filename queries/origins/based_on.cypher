// title: What a model is based on
// title_zh: 模型的来历
// question: From whose weights or data was the model or dataset of this name made, up to six levels back?
// question_zh: 这个名称的模型或数据集由谁的权重或数据得来（至多六层）？
// param name: name = DeepSeek-R1 · the model or dataset, in either language · 模型或数据集名称，中英文皆可
// column named: what was asked about · 所问的事物
// column depth: how many steps back, the shortest way · 最短层数
// column base: what it comes from · 来源模型或数据集
// column builders: who builds what it comes from · 来源的研发者
// column type: BASED_ON, or VERSION_OF where it is a later release · 关系：基于，或后续版本
// column made: what is directly made from that · 直接由其得来者
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(named:Model|Dataset)
MATCH way = (named)-[:BASED_ON|VERSION_OF*1..6]->(base:Model|Dataset)
WITH named, base, relationships(way)[-1] AS r, min(length(way)) AS depth
WITH named, base, r, depth, startNode(r) AS made
RETURN named.id AS named_id, labels(named)[0] AS named_kind,
       named.name AS named, named.name_zh AS named_zh, depth,
       base.id AS base_id, labels(base)[0] AS base_kind,
       base.name AS base, base.name_zh AS base_zh,
       COLLECT { MATCH (base)<-[:BUILDS]-(builder:Company|Person) RETURN builder } AS builders,
       type(r) AS type, made.id AS made_id, labels(made)[0] AS made_kind,
       made.name AS made, made.name_zh AS made_zh,
       r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY named_id, depth, base_id, made_id, type
LIMIT 1000
