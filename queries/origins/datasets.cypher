// title: Datasets that most models were trained on
// title_zh: 训练模型最多的数据集
// question: On which datasets were how many models trained, whose are they, and from when to when?
// question_zh: 哪些数据集训练了多少模型，由谁制作，起止何年？
// column dataset: the dataset · 数据集
// column makers: who makes it · 制作者
// column models: how many models were trained on it · 训练的模型数
// column builders: how many companies and people built those · 这些模型的研发者数
// column first: the year of the first of them · 最早年份
// column last: the year of the last · 最近年份
// column access: open, limited or closed · 开放程度
// column licence: licence · 许可
// shows: rows
MATCH (dataset:Dataset)<-[:TRAINED_ON]-(model:Model)
OPTIONAL MATCH (model)<-[:BUILDS]-(builder:Company|Person)
WITH dataset, count(DISTINCT model) AS models, count(DISTINCT builder) AS builders,
     min(model.date) AS first, max(model.date) AS last
RETURN dataset.id AS dataset_id, labels(dataset)[0] AS dataset_kind,
       dataset.name AS dataset, dataset.name_zh AS dataset_zh,
       COLLECT { MATCH (dataset)<-[:BUILDS]-(one:Company|Person) RETURN one } AS makers,
       models, builders, substring(first, 0, 4) AS first, substring(last, 0, 4) AS last, dataset.access AS access, dataset.licence AS licence,
       [claim IN dataset.claims WHERE NOT claim CONTAINS '"mention":true'] AS claims
ORDER BY models DESC, dataset_id
LIMIT 1000
