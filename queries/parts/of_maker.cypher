// title: A thing named with its maker in front
// title_zh: 带厂商名的名称
// question: Which thing of this name does this maker, or a unit of it, build?
// question_zh: 这家机构或其下属单位研发的、叫这个名称的是哪样事物？
// param maker: name = OpenAI · the maker's name · 厂商的名称
// param name: name = o1 · the thing's own name · 事物本身的名称
// column thing: the thing meant · 所指的事物
// shows: rows
WITH toLower(replace(replace($maker, ' ', ''), '-', '')) AS front,
     toLower(replace(replace($name, ' ', ''), '-', '')) AS rest
MATCH (:Name {id: front})-[:NAMES]->(maker:Company)
MATCH (maker)<-[:PART_OF*0..2]-(unit:Company)
MATCH (unit)-[:BUILDS]->(thing:Model|Product|Technique|Benchmark|Dataset|Hardware)
MATCH (:Name {id: rest})-[:NAMES]->(thing)
RETURN DISTINCT thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh
ORDER BY thing_id
LIMIT 100
