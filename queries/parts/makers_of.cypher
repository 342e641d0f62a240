// title: Who makes these things
// title_zh: 谁研发这些事物
// question: Which of the things with these ids have a builder, and who is it?
// question_zh: 这些编号的事物中哪些有研发者，由谁研发？
// param ids: list = ["product:deep-research"] · ids · 编号列表
// column thing: what is built · 事物
// column type: the relationship · 关系
// column other: who builds it · 研发者
// column country: where that is based · 其所在国家
// column groups: the ids of the organisations above it · 其上级机构的编号
// column part: whether a source says that it is a part of another · 是否有来源称其属于另一机构
// column certainty: how sure the sources are · 确定程度
// shows: rows
UNWIND $ids AS id
MATCH (:Name {id: id})-[:NAMES]->(thing:Model|Product|Technique|Benchmark|Dataset|Hardware)
WHERE thing.id = id
MATCH (thing)<-[r:BUILDS]-(other:Company|Person)
RETURN DISTINCT thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       type(r) AS type, other.id AS other_id, labels(other)[0] AS other_kind,
       other.name AS other, other.name_zh AS other_zh,
       other.country AS country, other.groups AS groups,
       EXISTS { (other)-[:PART_OF]->(:Company) } AS part,
       r.certainty AS certainty, r.claims AS claims
ORDER BY thing_id, other_id
LIMIT 20000
