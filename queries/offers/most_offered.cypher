// title: Models offered by most providers
// title_zh: 提供者最多的模型
// question: Which models and products do most providers offer, and who builds them?
// question_zh: 哪些模型和产品的提供者最多，由谁研发？
// column thing: what is offered · 事物
// column builders: who builds it · 研发者
// column providers: how many companies offer it · 提供者数
// column date: when it came out · 日期
// column access: open where the weights can be downloaded, limited where not · 开放程度
// shows: rows
MATCH (thing:Model|Product)<-[offered:OFFERS]-(:Company)
WITH thing, count(offered.certainty) AS providers, collect(offered.claims) AS found
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       COLLECT { MATCH (thing)<-[:BUILDS]-(one:Company|Person) RETURN one } AS builders,
       providers, thing.date AS date, thing.access AS access,
       reduce(said = [], some IN found | said + some) AS claims
ORDER BY providers DESC, thing_id
LIMIT 100
