// title: What was trained on what
// title_zh: 用什么数据训练
// question: On which datasets was this model trained, or which models were trained on this dataset, or both for what this company makes?
// question_zh: 这个模型用什么数据集训练，这个数据集训练了哪些模型；若是机构，则问其产品？
// param name: name = GPT-2 · a model, a dataset or a company, in either language · 模型、数据集或机构名称，中英文皆可
// column named: what was asked about · 所问的事物
// column model: the model that was trained · 所训练的模型
// column builders: who builds it · 研发者
// column date: when it came out · 日期
// column dataset: the dataset · 数据集
// column makers: who makes that · 数据集制作者
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(named:Model|Dataset|Company)
MATCH (named)-[:BUILDS*0..1]->(:Model|Dataset)-[r:TRAINED_ON]-(:Model|Dataset)
WITH DISTINCT named, r, startNode(r) AS model, endNode(r) AS dataset
WITH named, r, model, dataset,
     COLLECT { MATCH (model)<-[:BUILDS]-(one:Company|Person) RETURN one } AS builders,
     COLLECT { MATCH (dataset)<-[:BUILDS]-(one:Company|Person) RETURN one } AS makers
RETURN named.id AS named_id, labels(named)[0] AS named_kind,
       named.name AS named, named.name_zh AS named_zh,
       model.id AS model_id, labels(model)[0] AS model_kind,
       model.name AS model, model.name_zh AS model_zh, builders, model.date AS date,
       dataset.id AS dataset_id, labels(dataset)[0] AS dataset_kind,
       dataset.name AS dataset, dataset.name_zh AS dataset_zh,
       makers, r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY named_id, date, model_id, dataset_id
LIMIT 2000
