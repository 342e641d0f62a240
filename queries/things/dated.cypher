// title: Things with a date
// title_zh: 有日期的事物
// question: Which models, products and other made things have a date of their own?
// shows: rows
MATCH (thing:Model|Product|Technique|Benchmark|Dataset)
WHERE thing.date IS NOT NULL
RETURN thing.id AS id, labels(thing)[0] AS kind, thing.name AS name, thing.name_zh AS name_zh,
       thing.date AS date
ORDER BY date, id
LIMIT 20000
