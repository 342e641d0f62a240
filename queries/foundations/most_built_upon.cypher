// title: Models most built upon
// title_zh: 被依赖最多的模型
// question: On which models do most other models and products run, directly or through others?
// question_zh: 哪些模型直接或间接支撑着最多的其他模型和产品？
// column model: the model · 模型
// column dependents: how many run on it · 依赖它的事物数量
// column makers: how many companies and people build those · 这些事物的研发者数量
// column things: what runs on it · 依赖它的事物
// shows: rows
MATCH (model:Model)
MATCH (model)<-[steps:POWERED_BY*1..5]-(dependent:Model|Product)
WITH model, dependent, last(steps) AS runs
WHERE dependent.id <> model.id
OPTIONAL MATCH (dependent)<-[:BUILDS]-(maker:Company|Person)
WITH model, count(DISTINCT dependent) AS dependents, count(DISTINCT maker) AS makers,
     collect(DISTINCT dependent) AS things, collect(DISTINCT runs) AS found
RETURN model.id AS model_id, labels(model)[0] AS model_kind,
       model.name AS model, model.name_zh AS model_zh, dependents, makers, things,
       reduce(said = [], runs IN found | said + runs.claims) AS claims
ORDER BY dependents DESC, makers DESC, model_id
LIMIT 50
