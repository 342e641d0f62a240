// title: What bridges two trends, as a picture
// title_zh: 两个趋势之间的桥梁（图）
// question: Which techniques, models, products and companies matter to the chapters on both trends?
// question_zh: 哪些技术、模型、产品和机构对两个趋势都重要？
// param one: name = 智能体 · a trend · 一个趋势
// param other: name = 具身智能 · the other trend · 另一个趋势
// column bridge: from one trend over what matters to both to the other · 由一个趋势经同属两者的事物到另一个
// shows: picture
WITH toLower(replace(replace($one, ' ', ''), '-', '')) AS first,
     toLower(replace(replace($other, ' ', ''), '-', '')) AS second
MATCH (:Name {id: first})-[:NAMES]->(one:Trend)
MATCH (:Name {id: second})-[:NAMES]->(other:Trend)
MATCH bridge = (one)<-[a:EXEMPLIFIES]-(:Technique|Model|Product|Company)-[b:EXEMPLIFIES]->(other)
WHERE a.role IN ['case', 'driver'] AND b.role IN ['case', 'driver']
RETURN bridge
ORDER BY [one IN nodes(bridge) | one.id]
LIMIT 60
