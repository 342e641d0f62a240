// title: Providers
// title_zh: 提供者
// question: Who offers most models and products, of how many makers, and how many of its own?
// question_zh: 谁提供的模型和产品最多，来自多少研发者，其中多少自研？
// column provider: who offers · 提供者
// column country: where it is based · 国家
// column things: how many things it offers · 提供的事物数
// column own: how many of them it builds itself · 自研数
// column makers: how many others build the rest, where known · 其余的研发者数
// column open: how many models with open weights · 权重开放的模型数
// shows: rows
MATCH (provider:Company)-[:OFFERS]->(thing:Model|Product)
OPTIONAL MATCH (thing)<-[:BUILDS]-(maker:Company|Person)
WITH provider, thing, maker, maker.id = provider.id AS self
WITH provider, count(DISTINCT thing) AS things, count(DISTINCT CASE WHEN self THEN thing.id END) AS own,
     count(DISTINCT CASE WHEN NOT self THEN maker.id END) AS makers,
     count(DISTINCT CASE WHEN thing.access = 'open' THEN thing.id END) AS open
RETURN provider.id AS provider_id, labels(provider)[0] AS provider_kind,
       provider.name AS provider, provider.name_zh AS provider_zh, provider.country AS country,
       things, own, makers, open
ORDER BY things DESC, provider_id
LIMIT 1000
