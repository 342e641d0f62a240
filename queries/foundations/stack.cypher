// title: The stack it stands in
// title_zh: 它所在的技术栈
// question: What stands above and below the model or product of this name, from what runs on it down to what it runs on?
// question_zh: 从依赖它的事物到支撑它的事物，这个名称的模型或产品上下各是什么？
// param name: name = codex-1 · the model or product, in either language · 模型或产品名称，中英文皆可
// column stack: from what runs on it down to what it runs on · 从依赖它的到支撑它的
// column steps: how many steps that is · 步数
// shows: picture
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing:Model|Product)
MATCH stack = (top:Model|Product)-[:POWERED_BY*0..4]->(thing)-[:POWERED_BY*0..4]->(base:Model|Product)
WHERE NOT EXISTS { (top)<-[:POWERED_BY]-(:Model|Product) } AND NOT EXISTS { (base)-[:POWERED_BY]->(:Model|Product) }
WITH DISTINCT stack
RETURN stack, length(stack) AS steps
ORDER BY steps DESC, [one IN nodes(stack) | one.id]
LIMIT 100
