// title: Who offers it
// title_zh: 谁提供它
// question: Which providers give access to the model or product of this name, and which of them build it?
// question_zh: 哪些提供者可以提供这个名称的模型或产品，其中哪些是研发者？
// param name: name = GPT-4o · the model or product, in either language · 模型或产品名称，中英文皆可
// column thing: what is offered · 事物
// column provider: who offers it · 提供者
// column country: where the provider is based · 国家
// column builds: whether the provider builds it too · 是否也是研发者
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing:Model|Product)
MATCH (thing)<-[offered:OFFERS]-(provider:Company)
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       provider.id AS provider_id, labels(provider)[0] AS provider_kind,
       provider.name AS provider, provider.name_zh AS provider_zh,
       provider.country AS country, EXISTS { (provider)-[:BUILDS]->(thing) } AS builds,
       offered.certainty AS certainty, offered.where AS where, offered.claims AS claims
ORDER BY thing_id, builds DESC, provider_id
LIMIT 1000
