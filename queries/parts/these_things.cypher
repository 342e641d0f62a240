// title: What is known of these things
// title_zh: 这些事物的资料
// question: What names and dates have the things with these ids, and who says so?
// question_zh: 这些编号的事物有哪些名称与日期，依据何在？
// param ids: list = ["technique:reinforcement-learning"] · ids · 编号列表
// column thing: the thing · 事物
// column aliases: its other names · 别名
// column date: when it came about · 日期
// shows: rows
UNWIND $ids AS id
MATCH (:Name {id: id})-[:NAMES]->(thing)
WHERE thing.id = id
RETURN DISTINCT thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       thing.aliases AS aliases, thing.date AS date, thing.claims AS claims
ORDER BY thing_id
LIMIT 20000
