// title: Size, compute and terms of models
// title_zh: 模型的规模、算力与条件
// question: How large are the models of these names, what did their training take, and on what terms can they be used?
// question_zh: 这些名称的模型有多大、训练用了多少算力、使用条件如何？
// param names: names = GPT-4,Kimi K2,DeepSeek-R1 · their names, in either language · 模型名称，中英文皆可
// column model: the model · 模型
// column builders: who builds it · 研发者
// column date: when it came out · 日期
// column size: in billions of parameters · 规模（十亿参数）
// column compute: what training took, in FLOP · 训练算力（FLOP）
// column access: open where the weights can be downloaded, limited where it can be used, closed where not even that · 开放程度：权重可下载、可使用、均不可
// column licence: licence · 许可
// column disputed: what the sources dispute · 来源有分歧之处
// shows: rows
UNWIND $names AS name
WITH DISTINCT toLower(replace(replace(name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(model:Model)
WITH DISTINCT model, COLLECT { MATCH (model)<-[:BUILDS]-(builder:Company|Person) RETURN builder } AS builders
RETURN model.id AS model_id, labels(model)[0] AS model_kind,
       model.name AS model, model.name_zh AS model_zh, builders, model.date AS date, model.parameters / 1e9 AS size,
       model.compute AS compute, model.access AS access, model.licence AS licence,
       model.disputed AS disputed,
       [claim IN model.claims WHERE any(said IN ['access', 'parameters', 'compute', 'licence']
                                        WHERE claim CONTAINS '"' + said + '":')] AS claims
ORDER BY model_id
LIMIT 1000
