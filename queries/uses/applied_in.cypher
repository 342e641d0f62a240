// title: What is applied in an industry
// title_zh: 某行业的应用
// question: Which trends, techniques, products and models are applied in the industry of this name, and who builds them?
// question_zh: 这个行业应用了哪些趋势、技术、产品和模型，由谁研发？
// param name: name = 医疗 · the industry's name, in either language · 行业名称，中英文皆可
// column industry: the industry asked about · 行业
// column thing: what is applied there · 应用
// column builders: who builds it · 研发者
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(industry:Industry)
MATCH (industry)<-[applied:APPLIED_IN]-(thing:Trend|Technique|Product|Model)
OPTIONAL MATCH (thing)<-[:BUILDS]-(builder:Company|Person)
WITH industry, applied, thing, collect(builder) AS builders
RETURN industry.id AS industry_id, labels(industry)[0] AS industry_kind,
       industry.name AS industry, industry.name_zh AS industry_zh,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh, builders,
       applied.certainty AS certainty, applied.where AS where, applied.claims AS claims
ORDER BY industry_id, thing_kind DESC, thing_id
LIMIT 1000
