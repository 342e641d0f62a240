// title: Who makes and offers it
// title_zh: 谁研发、谁提供它
// question: Who builds and who offers the things under these names or ids, and which are later versions of them?
// question_zh: 这些名称或编号的事物由谁研发、由谁提供，又有哪些后续版本？
// param keys: list = ["deepresearch"] · names as the index has them, or ids · 索引中的名称或编号
// column thing: what is built · 事物
// column mention: whether it is only mentioned · 是否仅被提及
// column said_by: the sources that speak of it · 提到它的来源
// column licence: on what terms · 许可
// column access: open, limited or closed · 开放程度
// column parameters: how many parameters · 参数量
// column compute: what training took, in FLOP · 训练计算量
// column date: when it came about · 日期
// column undated: of a later version, the undated model · 如为后续版本，其不带日期的模型
// column type: the relationship · 关系
// column other: who builds or offers it, or the later version · 研发者、提供者或后续版本
// column country: where that is based · 其所在国家
// column groups: the ids of the organisations above it · 其上级机构的编号
// column part: whether a source says that it is a part of another · 是否有来源称其属于另一机构
// column certainty: how sure the sources are · 确定程度
// shows: rows
UNWIND $keys AS key
MATCH (:Name {id: key})-[:NAMES]->(thing:Model|Product|Technique|Benchmark|Dataset|Hardware)
OPTIONAL MATCH (thing)-[:VERSION_OF]->(undated:Model)
OPTIONAL MATCH (thing)<-[r:BUILDS|OFFERS|VERSION_OF]-(other:Company|Person|Model)
RETURN DISTINCT thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       thing.mention AS mention, thing.sources AS said_by,
       thing.licence AS licence, thing.access AS access,
       thing.parameters AS parameters, thing.compute AS compute, thing.date AS date,
       undated.id AS undated_id, labels(undated)[0] AS undated_kind,
       undated.name AS undated, undated.name_zh AS undated_zh,
       type(r) AS type, other.id AS other_id, labels(other)[0] AS other_kind,
       other.name AS other, other.name_zh AS other_zh,
       other.country AS country, other.groups AS groups,
       EXISTS { (other)-[:PART_OF]->(:Company) } AS part,
       r.certainty AS certainty, r.claims AS claims
ORDER BY thing_id, undated_id, type, other_id
LIMIT 20000
