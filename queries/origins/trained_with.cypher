// title: What was trained with what
// title_zh: 在什么上训练
// question: On which hardware was this model trained, or which models were trained on this hardware, or both for what this company makes?
// question_zh: 这个模型在什么硬件上训练，这种硬件训练了哪些模型；若是机构，则问其产品？
// param name: name = GPT-4 · a model, a chip or a company, in either language · 模型、芯片或机构名称，中英文皆可
// column named: what was asked about · 所问的事物
// column model: the model that was trained · 所训练的模型
// column builders: who builds it · 研发者
// column date: when it came out · 日期
// column hardware: the hardware · 硬件
// column makers: who makes that · 硬件制造者
// column figures: what the source gives in numbers · 数量等
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(named:Model|Hardware|Company)
MATCH (named)-[:BUILDS*0..1]->(:Model|Hardware)-[r:TRAINED_WITH]-(:Model|Hardware)
WITH DISTINCT named, r, startNode(r) AS model, endNode(r) AS hardware
WITH named, r, model, hardware,
     COLLECT { MATCH (model)<-[:BUILDS]-(one:Company|Person) RETURN one } AS builders,
     COLLECT { MATCH (hardware)<-[:BUILDS]-(one:Company|Person) RETURN one } AS makers
RETURN named.id AS named_id, labels(named)[0] AS named_kind,
       named.name AS named, named.name_zh AS named_zh,
       model.id AS model_id, labels(model)[0] AS model_kind,
       model.name AS model, model.name_zh AS model_zh, builders, model.date AS date,
       hardware.id AS hardware_id, labels(hardware)[0] AS hardware_kind,
       hardware.name AS hardware, hardware.name_zh AS hardware_zh,
       makers, r.figures AS figures, r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY named_id, date, model_id, hardware_id
LIMIT 2000
