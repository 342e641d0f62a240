// title: The stack it stands in
// title_zh: 它所在的技术栈
// question: What stands above and below the model or product of this name, from what rests on it down to what it runs on or was made from?
// question_zh: 从依赖它的事物到支撑它的事物（运行于其上，或由其得来），这个名称的模型或产品上下各是什么？
// param name: name = codex-1 · the model or product, in either language · 模型或产品名称，中英文皆可
// column stack: from what rests on it down to what it rests on · 从依赖它的到支撑它的
// column steps: how many steps that is · 步数
// shows: picture
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing:Model|Product)
MATCH stack = (top:Model|Product)-[:POWERED_BY|BASED_ON*0..4]->(thing)-[:POWERED_BY|BASED_ON*0..4]->(base:Model|Product)
WHERE NOT EXISTS { (top)<-[:POWERED_BY|BASED_ON]-(:Model|Product) }
  AND NOT EXISTS { (base)-[:POWERED_BY|BASED_ON]->(:Model|Product) }
WITH DISTINCT stack
RETURN stack, length(stack) AS steps
ORDER BY steps DESC, [one IN nodes(stack) | one.id], [one IN relationships(stack) | type(one)]
LIMIT 100
