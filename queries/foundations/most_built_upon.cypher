// title: Models most built upon
// title_zh: 被依赖最多的模型
// question: On which models do most other models, products and datasets rest, running on them or made from them, directly or through others?
// question_zh: 哪些模型直接或间接支撑着最多的其他模型、产品和数据集（运行于其上，或由其得来）？
// column model: the model · 模型
// column dependents: how many rest on it · 依赖它的事物数量
// column made: how many of them were directly or indirectly made from its weights or data alone · 其中由其权重或数据得来的数量
// column makers: how many companies and people build those · 这些事物的研发者数量
// column things: what rests on it · 依赖它的事物
// shows: rows
MATCH (model:Model)
MATCH (model)<-[steps:POWERED_BY|BASED_ON*1..5]-(dependent:Model|Product|Dataset)
WITH model, dependent, last(steps) AS rests, all(step IN steps WHERE type(step) = 'BASED_ON') AS made
WHERE dependent.id <> model.id
OPTIONAL MATCH (dependent)<-[:BUILDS]-(maker:Company|Person)
WITH model, count(DISTINCT dependent) AS dependents,
     count(DISTINCT CASE WHEN made THEN dependent.id END) AS made,
     count(DISTINCT maker) AS makers, collect(DISTINCT dependent) AS things, collect(DISTINCT rests) AS found
RETURN model.id AS model_id, labels(model)[0] AS model_kind,
       model.name AS model, model.name_zh AS model_zh, dependents, made, makers, things,
       reduce(said = [], one IN found | said + one.claims) AS claims
ORDER BY dependents DESC, makers DESC, model_id
LIMIT 50
