// title: Who says so, of a thing
// title_zh: 谁提到它
// question: What do the sources say of the things of this name, and where?
// param name: name = 强化学习 · a name
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing)
RETURN thing.id AS id, labels(thing)[0] AS kind, thing.name AS name, thing.name_zh AS name_zh,
       thing.aliases AS aliases, thing.category AS category, thing.date AS date,
       thing.figures AS figures, thing.mention AS mention, thing.disputed AS disputed,
       thing.certainty AS certainty, thing.where AS where, thing.claims AS claims
ORDER BY id
LIMIT 100
