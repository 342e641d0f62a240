// title: Size of models over time, by country
// title_zh: 各国历年模型规模
// question: How many parameters have the models of each year and country: the largest and the median?
// question_zh: 各年各国的模型有多少参数：最大与中位？
// param since: number = 2018 · the first year · 起始年份
// column year: the year of their dates · 年份
// column country: where a builder is based; a model of several countries counts in each · 研发者所在国家，跨国模型在各国均计入
// column models: how many models of known size · 已知规模的模型数
// column largest: the largest of them · 其中最大的模型
// column most: its size, in billions of parameters · 最大规模（十亿参数）
// column median: the median of them · 规模中位数
// shows: rows
MATCH (model:Model)
WHERE model.parameters > 0 AND model.date IS NOT NULL
WITH model, toInteger(substring(model.date, 0, 4)) AS year
WHERE year >= $since
MATCH (model)<-[:BUILDS]-(maker:Company)
WHERE maker.country IS NOT NULL
WITH DISTINCT year, maker.country AS country, model
WITH year, country, collect(model) AS works
WITH year, country, works,
     COLLECT { UNWIND works AS one WITH one.parameters / 1e9 AS amount RETURN amount ORDER BY amount } AS ranked
WITH year, country, ranked, [one IN works WHERE one.parameters / 1e9 = ranked[-1]] AS largest
RETURN year, country, size(ranked) AS models, largest, ranked[-1] AS most,
       (ranked[(size(ranked) - 1) / 2] + ranked[size(ranked) / 2]) / 2 AS median,
       reduce(said = [], one IN largest | said + [claim IN one.claims WHERE claim CONTAINS '"parameters":']) AS claims
ORDER BY year DESC, most DESC, country
LIMIT 2000
