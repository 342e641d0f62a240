// title: The things with these ids
// title_zh: 这些编号的事物
// question: Which things have these ids?
// question_zh: 哪些事物有这些编号？
// param ids: list = ["technique:reinforcement-learning"] · ids · 编号列表
// column thing: the thing · 事物
// shows: rows
UNWIND $ids AS id
MATCH (:Name {id: id})-[:NAMES]->(thing)
WHERE thing.id = id
RETURN DISTINCT thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh
ORDER BY thing_id
LIMIT 20000
