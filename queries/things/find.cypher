// title: Everything of that name
// title_zh: 同名的一切
// question: What things have this name, in any spelling and either language?
// question_zh: 哪些事物叫这个名称（任何写法，任一语言）？
// param name: name = 强化学习 · a name · 名称，中英文皆可
// column thing: what has this name · 同名的事物
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing)
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh
ORDER BY thing_id
LIMIT 100
