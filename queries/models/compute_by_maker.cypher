// title: Training compute over time, by maker
// title_zh: 各机构历年训练算力
// question: How much compute did training the models of each year and maker take: the largest, the median, all together?
// question_zh: 各年各机构的模型训练用了多少算力：最大、中位与合计？
// param since: number = 2018 · the first year · 起始年份
// column year: the year of their dates · 年份
// column maker: who builds them; a model of several builders counts for each · 研发者，合作研发的模型在各家均计入
// column models: how many models of known training compute · 已知训练算力的模型数
// column largest: the largest of them · 其中最大的模型
// column most: its training compute, in FLOP · 最大训练算力（FLOP）
// column median: the median of them · 训练算力中位数
// column total: all of them together · 训练算力合计
// shows: rows
MATCH (model:Model)
WHERE model.compute > 0 AND model.date IS NOT NULL
WITH model, toInteger(substring(model.date, 0, 4)) AS year
WHERE year >= $since
MATCH (model)<-[:BUILDS]-(maker:Company)
WITH year, maker, collect(model) AS works
WITH year, maker, works,
     COLLECT { UNWIND works AS one WITH one.compute AS amount RETURN amount ORDER BY amount } AS ranked
WITH year, maker, ranked, [one IN works WHERE one.compute = ranked[-1]] AS largest
RETURN year, maker.id AS maker_id, labels(maker)[0] AS maker_kind,
       maker.name AS maker, maker.name_zh AS maker_zh,
       size(ranked) AS models, largest, ranked[-1] AS most,
       (ranked[(size(ranked) - 1) / 2] + ranked[size(ranked) / 2]) / 2 AS median,
       reduce(total = 0.0, one IN ranked | total + one) AS total,
       reduce(said = [], one IN largest | said + [claim IN one.claims WHERE claim CONTAINS '"compute":']) AS claims
ORDER BY year DESC, most DESC, maker_id
LIMIT 2000
