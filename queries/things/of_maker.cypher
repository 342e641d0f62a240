// title: A thing named with its maker in front
// title_zh: 带厂商名的名称
// question: Which thing of this name does this maker, or a unit of it, build?
// param maker: name = OpenAI · the maker's name
// param name: name = o1 · the thing's own name
// shows: rows
WITH toLower(replace(replace($maker, ' ', ''), '-', '')) AS front,
     toLower(replace(replace($name, ' ', ''), '-', '')) AS rest
MATCH (:Name {id: front})-[:NAMES]->(maker:Company)
MATCH (maker)<-[:PART_OF*0..2]-(unit:Company)
MATCH (unit)-[:BUILDS]->(thing:Model|Product|Technique|Benchmark|Dataset)
MATCH (:Name {id: rest})-[:NAMES]->(thing)
RETURN DISTINCT thing.id AS id, thing.name AS name
ORDER BY id
LIMIT 100
