// title: What descends from a model
// title_zh: 模型的后代
// question: What was made from the weights or data of this model or dataset, up to six levels on?
// question_zh: 哪些模型或数据集由它的权重或数据得来（至多六层）？
// param name: name = Llama · the model or dataset, in either language · 模型或数据集名称，中英文皆可
// column named: what was asked about · 所问的事物
// column depth: how many steps on, the shortest way · 最短层数
// column made: what was made · 得来的模型或数据集
// column builders: who builds what was made · 研发者
// column type: BASED_ON, or VERSION_OF where it is a later release · 关系：基于，或后续版本
// column base: what that was directly made from · 其直接来源
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(named:Model|Dataset)
MATCH way = (named)<-[:BASED_ON|VERSION_OF*1..6]-(made:Model|Dataset)
WITH named, made, relationships(way)[-1] AS r, min(length(way)) AS depth
WITH named, made, r, depth, endNode(r) AS base
RETURN named.id AS named_id, labels(named)[0] AS named_kind,
       named.name AS named, named.name_zh AS named_zh, depth,
       made.id AS made_id, labels(made)[0] AS made_kind,
       made.name AS made, made.name_zh AS made_zh,
       COLLECT { MATCH (made)<-[:BUILDS]-(builder:Company|Person) RETURN builder } AS builders,
       type(r) AS type, base.id AS base_id, labels(base)[0] AS base_kind,
       base.name AS base, base.name_zh AS base_zh,
       r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY named_id, depth, made_id, base_id, type
LIMIT 1000
