// title: What belongs to several trends
// title_zh: 同属多个趋势的事物
// question: Which techniques, models, products and companies do the chapters on three trends or more discuss?
// question_zh: 哪些技术、模型、产品和机构出现在三个或更多趋势的章节中？
// param trends: number = 3 · how many trends at least · 至少几个趋势
// column thing: what belongs to them · 事物
// column trends: how many trends · 趋势数量
// column leading: in how many it is a case or a driver, not only mentioned · 其中作为案例或驱动的趋势数量
// column in_trends: those trends · 这些趋势
// shows: rows
MATCH (trend:Trend)
WITH DISTINCT trend
MATCH (trend)<-[discussed:EXEMPLIFIES]-(thing:Technique|Model|Product|Company)
WITH thing, count(trend) AS trends, collect(trend) AS in_trends,
     sum(CASE WHEN discussed.role IN ['case', 'driver'] THEN 1 ELSE 0 END) AS leading,
     collect(discussed.claims) AS found
WHERE trends >= $trends
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh, trends, leading, in_trends,
       reduce(said = [], some IN found | said + some) AS claims
ORDER BY trends DESC, leading DESC, thing_id
LIMIT 200
