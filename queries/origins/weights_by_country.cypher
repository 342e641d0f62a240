// title: Which country builds on whose weights
// title_zh: 各国基于哪国的权重
// question: How many models of each country are made from the weights of which country's models?
// question_zh: 各国有多少模型基于哪个国家的模型权重？
// column country: where those are based who build on them · 采用者所在国家
// column base_country: where those are based whose weights they are · 权重所属者所在国家
// column models: how many models were made so · 由此得来的模型数
// column makers: how many companies made them · 研发机构数
// column bases: from how many models · 所基于的模型数
// column first: the year of the first · 最早年份
// column last: the year of the last · 最近年份
// column latest: the latest three of them · 其中最新的三个
// shows: rows
MATCH (base:Model)<-[r:BASED_ON]-(model:Model)
MATCH (base)<-[:BUILDS]-(owner:Company)
MATCH (model)<-[:BUILDS]-(builder:Company)
WHERE builder.country IS NOT NULL AND owner.country IS NOT NULL
WITH builder.country AS country, owner.country AS base_country, count(DISTINCT builder) AS makers,
     count(DISTINCT base) AS bases, collect(DISTINCT model) AS made, min(model.date) AS first, max(model.date) AS last
RETURN country, base_country, size(made) AS models, makers, bases,
       substring(first, 0, 4) AS first, substring(last, 0, 4) AS last,
       COLLECT { UNWIND made AS one WITH one, coalesce(one.date, '') AS date
                 RETURN one ORDER BY date DESC, one.id LIMIT 3 } AS latest
ORDER BY models DESC, country, base_country
LIMIT 1000
