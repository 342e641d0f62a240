// title: What it rests on and what rests on it
// title_zh: 它的底座与依赖它的事物
// question: What does the model or product of this name run on or was it made from, and what rests on it so, at every level?
// question_zh: 这个名称的模型或产品由什么支撑（运行于其上，或由其得来），又支撑着什么（所有层级）？
// param name: name = codex-1 · the model or product, in either language · 模型或产品名称，中英文皆可
// column thing: what was asked about · 所问的事物
// column direction: rests on the other, or carries it · 方向：依赖对方，或支撑对方
// column steps: how many steps away the other is · 相隔步数
// column other: the model or product at the other end · 另一端的模型或产品
// column certainty: implied where a step on the way is only implied · 确定程度，任一环节为推知即为推知
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing:Model|Product)
WITH thing,
     COLLECT { MATCH way = (thing)-[:POWERED_BY|BASED_ON*1..5]->(:Model|Product) RETURN ['rests on', way] } +
     COLLECT { MATCH way = (thing)<-[:POWERED_BY|BASED_ON*1..5]-(:Model|Product) RETURN ['carries', way] } AS ways
UNWIND ways AS found
WITH thing, found[0] AS direction, relationships(found[1]) AS steps, last(nodes(found[1])) AS other
WITH thing, direction, other, min(size(steps)) AS nearest, collect(steps) AS chains
WITH thing, direction, other, nearest,
     reduce(all = [], chain IN chains | all + chain) AS steps
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh, direction, nearest AS steps,
       other.id AS other_id, labels(other)[0] AS other_kind,
       other.name AS other, other.name_zh AS other_zh,
       CASE WHEN all(step IN steps WHERE step.certainty = 'stated') THEN 'stated' ELSE 'implied' END AS certainty,
       reduce(said = [], step IN steps | said + step.claims) AS claims
ORDER BY thing_id, direction DESC, steps, other_id
LIMIT 1000
