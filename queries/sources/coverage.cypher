// title: Coverage by chapter and kind
// title_zh: 各章各类的覆盖
// question: How many companies, models, products and techniques does each trend's chapter discuss, and in what role?
// question_zh: 各趋势的章节论及多少机构、模型、产品和技术，各以什么角色出现？
// column trend: the chapter's trend · 趋势
// column kind: the kind of thing · 类别
// column things: how many of that kind · 数量
// column cases: how many as a case · 作为案例的数量
// column drivers: how many as what drives it · 作为推动者的数量
// column mentioned: how many only mentioned · 仅被提及的数量
// column implied: how many by implication only · 可以推知的数量
// shows: rows
MATCH (trend:Trend)<-[seen:EXEMPLIFIES]-(thing)
RETURN trend.id AS trend_id, labels(trend)[0] AS trend_kind,
       trend.name AS trend, trend.name_zh AS trend_zh,
       labels(thing)[0] AS kind, count(thing) AS things,
       sum(CASE WHEN seen.role = 'case' THEN 1 ELSE 0 END) AS cases,
       sum(CASE WHEN seen.role = 'driver' THEN 1 ELSE 0 END) AS drivers,
       sum(CASE WHEN seen.role = 'mentioned' THEN 1 ELSE 0 END) AS mentioned,
       sum(CASE WHEN seen.certainty = 'implied' THEN 1 ELSE 0 END) AS implied
ORDER BY trend_id, kind
LIMIT 1000
