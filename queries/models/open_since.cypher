// title: Open models since a date
// title_zh: 某日以来的开放模型
// question: Which models with open weights came out since this date, who builds them, how large are they, and on what terms?
// question_zh: 这一日期以来有哪些权重开放的模型，由谁研发、多大、条件如何？
// param since: text = 2025 · a date: 2025, 2025-03 or 2025-03-14 · 日期，可只写年或年月
// column model: the model · 模型
// column builders: who builds it · 研发者
// column countries: where these are based · 研发者所在国家
// column date: when it came out · 日期
// column size: in billions of parameters · 规模（十亿参数）
// column licence: licence · 许可
// shows: rows
MATCH (model:Model)
WHERE model.access = 'open' AND model.date >= $since
MATCH (model)<-[:BUILDS]-(builder:Company|Person)
WITH model, collect(builder) AS builders, collect(DISTINCT builder.country) AS countries
RETURN model.id AS model_id, labels(model)[0] AS model_kind,
       model.name AS model, model.name_zh AS model_zh, builders, countries, model.date AS date,
       model.parameters / 1e9 AS size, model.licence AS licence,
       [claim IN model.claims WHERE claim CONTAINS '"access":"open"'] AS claims
ORDER BY date DESC, model_id
LIMIT 2000
