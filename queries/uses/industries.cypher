// title: Industries
// title_zh: 行业
// question: Which industries are there, and how many trends, techniques, products and models are applied in each?
// question_zh: 有哪些行业，各应用了多少趋势、技术、产品和模型？
// column industry: where something is applied · 行业
// column things: how many things are applied there in all · 应用总数
// column trends: how many trends · 趋势数
// column techniques: how many techniques · 技术数
// column products: how many products · 产品数
// column models: how many models · 模型数
// column implied: how many of them by implication only · 可以推知的数量
// shows: rows
MATCH (industry:Industry)
OPTIONAL MATCH (industry)<-[applied:APPLIED_IN]-(thing:Trend|Technique|Product|Model)
WITH industry, collect(labels(thing)[0]) AS kinds,
     sum(CASE WHEN applied.certainty = 'implied' THEN 1 ELSE 0 END) AS implied
RETURN industry.id AS industry_id, labels(industry)[0] AS industry_kind,
       industry.name AS industry, industry.name_zh AS industry_zh,
       size(kinds) AS things, size([k IN kinds WHERE k = 'Trend']) AS trends,
       size([k IN kinds WHERE k = 'Technique']) AS techniques,
       size([k IN kinds WHERE k = 'Product']) AS products,
       size([k IN kinds WHERE k = 'Model']) AS models, implied,
       industry.where AS where, industry.claims AS claims
ORDER BY things DESC, industry_id
LIMIT 1000
