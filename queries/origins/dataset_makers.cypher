// title: Makers of datasets
// title_zh: 数据集制作者
// question: Who makes datasets, since when, and how many models were trained on them?
// question_zh: 谁制作数据集，始于何年，训练了多少模型？
// column maker: who makes them · 制作者
// column country: where it is based · 国家
// column things: how many datasets · 数据集数
// column used: on how many of them a model was trained · 其中用于训练的数量
// column models: how many models were trained on them · 训练的模型数
// column first: the year of its first · 最早年份
// column last: the year of its last · 最近年份
// shows: rows
MATCH (maker:Company|Person)-[:BUILDS]->(dataset:Dataset)
OPTIONAL MATCH (dataset)<-[:TRAINED_ON]-(model:Model)
WITH maker, count(DISTINCT dataset) AS things, min(dataset.date) AS first, max(dataset.date) AS last,
     count(DISTINCT CASE WHEN model IS NOT NULL THEN dataset.id END) AS used, count(DISTINCT model) AS models
RETURN maker.id AS maker_id, labels(maker)[0] AS maker_kind,
       maker.name AS maker, maker.name_zh AS maker_zh, maker.country AS country,
       things, used, models, substring(first, 0, 4) AS first, substring(last, 0, 4) AS last
ORDER BY models DESC, things DESC, maker_id
LIMIT 1000
