// title: Things with a date
// title_zh: 有日期的事物
// question: Which models, products and other made things have a date of their own?
// question_zh: 哪些模型、产品及其他成果标有日期？
// column thing: the thing · 事物
// column date: when it came about · 日期
// shows: rows
MATCH (thing:Model|Product|Technique|Benchmark|Dataset|Hardware)
WHERE thing.id > '' AND thing.date IS NOT NULL
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       thing.date AS date, thing.where AS where, thing.claims AS claims
ORDER BY date, thing_id
LIMIT 20000
