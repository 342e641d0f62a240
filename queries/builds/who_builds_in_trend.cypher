// title: Who builds within a trend
// title_zh: 某个趋势里谁在研发
// question: Who builds the models, products and techniques that the chapter on this trend discusses?
// question_zh: 这个趋势的章节所谈到的模型、产品和技术由谁研发？
// param name: name = 智能体 · the trend's name, in either language · 趋势名称，中英文皆可
// column trend: the trend · 趋势
// column builder: who builds · 研发者
// column thing: what is built · 所研发的事物
// column role: case, driver, or mentioned only · 在章节中的角色：案例、驱动或仅提及
// column certainty: implied where either fact is only implied · 确定程度，任一事实为推知即为推知
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(trend:Trend)
MATCH (trend)<-[discussed:EXEMPLIFIES]-(thing:Model|Product|Technique)<-[built:BUILDS]-(builder:Company|Person)
RETURN trend.id AS trend_id, labels(trend)[0] AS trend_kind,
       trend.name AS trend, trend.name_zh AS trend_zh,
       builder.id AS builder_id, labels(builder)[0] AS builder_kind,
       builder.name AS builder, builder.name_zh AS builder_zh,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh, discussed.role AS role,
       CASE WHEN discussed.certainty = 'stated' THEN built.certainty ELSE 'implied' END AS certainty,
       built.where + discussed.where AS where, built.claims + discussed.claims AS claims
ORDER BY trend_id, builder_id, thing_kind, thing_id
LIMIT 1000
