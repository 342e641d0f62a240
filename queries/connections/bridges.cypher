// title: What bridges two trends
// title_zh: 两个趋势之间的桥梁
// question: Which techniques, models, products and companies do the chapters on both trends discuss?
// question_zh: 哪些技术、模型、产品和机构同时出现在两个趋势的章节中？
// param one: name = 智能体 · a trend · 一个趋势
// param other: name = 具身智能 · the other trend · 另一个趋势
// column one: the first trend · 第一个趋势
// column bridge: what belongs to both · 同属两者的事物
// column other: the second trend · 第二个趋势
// column asides: how many of the two chapters only mention it · 仅被提及的章节数（0 至 2）
// column role_one: the part it plays in the first: case, driver, mentioned · 在第一个趋势中的角色
// column role_other: the part it plays in the second · 在第二个趋势中的角色
// column certainty: implied where either is only implied · 确定程度，任一事实为推知即为推知
// shows: rows
WITH toLower(replace(replace($one, ' ', ''), '-', '')) AS first,
     toLower(replace(replace($other, ' ', ''), '-', '')) AS second
MATCH (:Name {id: first})-[:NAMES]->(one:Trend)
MATCH (:Name {id: second})-[:NAMES]->(other:Trend)
MATCH (one)<-[a:EXEMPLIFIES]-(bridge:Technique|Model|Product|Company)-[b:EXEMPLIFIES]->(other)
RETURN one.id AS one_id, labels(one)[0] AS one_kind, one.name AS one, one.name_zh AS one_zh,
       bridge.id AS bridge_id, labels(bridge)[0] AS bridge_kind,
       bridge.name AS bridge, bridge.name_zh AS bridge_zh,
       other.id AS other_id, labels(other)[0] AS other_kind,
       other.name AS other, other.name_zh AS other_zh,
       size([role IN [a.role, b.role] WHERE role = 'mentioned']) AS asides,
       a.role AS role_one, b.role AS role_other,
       CASE WHEN a.certainty = 'stated' THEN b.certainty ELSE 'implied' END AS certainty,
       a.where + b.where AS where, a.claims + b.claims AS claims
ORDER BY one_id, other_id, asides, bridge_id
LIMIT 1000
