// title: What a provider offers
// title_zh: 某家提供什么
// question: Which models and products does the company of this name offer, and who builds them?
// question_zh: 这个名称的机构提供哪些模型和产品，它们由谁研发？
// param name: name = Alibaba · the provider, in either language · 提供者名称，中英文皆可
// column provider: who offers · 提供者
// column thing: what it offers · 所提供的事物
// column builders: who builds it · 研发者
// column own: whether the provider builds it itself · 是否自研
// column date: when it came out, empty where no source says · 日期，不详则为空
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(provider:Company)
MATCH (provider)-[offered:OFFERS]->(thing:Model|Product)
RETURN provider.id AS provider_id, labels(provider)[0] AS provider_kind,
       provider.name AS provider, provider.name_zh AS provider_zh,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       COLLECT { MATCH (thing)<-[:BUILDS]-(one:Company|Person) RETURN one } AS builders,
       EXISTS { (provider)-[:BUILDS]->(thing) } AS own, coalesce(thing.date, '') AS date,
       offered.certainty AS certainty, offered.where AS where, offered.claims AS claims
ORDER BY provider_id, own DESC, date DESC, thing_id
LIMIT 2000
