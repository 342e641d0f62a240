// title: People
// title_zh: 人物
// question: Who works where, founded what, built what, and wrote which chapter?
// question_zh: 谁在哪里任职，创立了什么，研发了什么，撰写了哪一章？
// column person: who · 人物
// column type: WORKS_AT, FOUNDED, BUILDS or AUTHORED · 关系
// column thing: where, what, or the trend of the chapter · 对象
// column certainty: how sure the sources are · 确定程度
// shows: rows
MATCH (person:Person)
OPTIONAL MATCH (person)-[r:WORKS_AT|FOUNDED|BUILDS|AUTHORED]->(thing:Company|Model|Product|Technique|Benchmark|Dataset|Hardware|Trend)
RETURN person.id AS person_id, labels(person)[0] AS person_kind,
       person.name AS person, person.name_zh AS person_zh, type(r) AS type,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       coalesce(r.certainty, person.certainty) AS certainty,
       coalesce(r.where, person.where) AS where, coalesce(r.claims, person.claims) AS claims
ORDER BY person_id, type, thing_id
LIMIT 1000
