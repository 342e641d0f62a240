// title: These things
// title_zh: 这些事物
// question: What is known of the things with these ids?
// param ids: list = ["technique:reinforcement-learning"] · ids
// shows: rows
UNWIND $ids AS id
MATCH (:Name {id: id})-[:NAMES]->(thing)
WHERE thing.id = id
RETURN DISTINCT thing.id AS id, labels(thing)[0] AS kind, thing.name AS name,
       thing.name_zh AS name_zh, thing.aliases AS aliases, thing.date AS date,
       thing.claims AS claims
ORDER BY id
LIMIT 20000
