// title: Everything of that name
// title_zh: 同名的一切
// question: What things have this name, in any spelling and either language?
// param name: name = 强化学习 · a name
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing)
RETURN thing.id AS id, labels(thing)[0] AS kind, thing.name AS name, thing.name_zh AS name_zh
ORDER BY id
LIMIT 100
