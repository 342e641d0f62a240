// title: How open models are, by country and year
// title_zh: 各国历年模型的开放程度
// question: How many models of each country and year are open, limited or closed?
// question_zh: 各国各年的模型有多少开放、受限或封闭？
// param since: number = 2018 · the first year · 起始年份
// column year: the year of their dates · 年份
// column country: where a builder is based; a model of several countries counts in each · 研发者所在国家，跨国模型在各国均计入
// column models: how many models whose access is known · 已知开放程度的模型数
// column open: how many whose weights can be downloaded · 权重可下载的数量
// column limited: how many that can be used through a service or on request · 可经服务或申请使用的数量
// column closed: how many that nobody outside may use · 外部不可用的数量
// column open_percent: how many of a hundred are open · 开放占比（%）
// shows: rows
MATCH (model:Model)
WHERE model.access IS NOT NULL AND model.date IS NOT NULL
WITH model, model.access AS access, toInteger(substring(model.date, 0, 4)) AS year
WHERE year >= $since
MATCH (model)<-[:BUILDS]-(maker:Company)
WHERE maker.country IS NOT NULL
WITH DISTINCT maker.country AS country, year, model, access
WITH country, year, count(model.id) AS models,
     sum(CASE access WHEN 'open' THEN 1 ELSE 0 END) AS open,
     sum(CASE access WHEN 'limited' THEN 1 ELSE 0 END) AS limited,
     sum(CASE access WHEN 'closed' THEN 1 ELSE 0 END) AS closed
RETURN year, country, models, open, limited, closed, toInteger(round(100.0 * open / models)) AS open_percent
ORDER BY year DESC, models DESC, country
LIMIT 1000
