// title: The way from one to the other
// title_zh: 从一个到另一个的路
// question: How does one technique or trend lead to the other, by what enables what?
// question_zh: 一项技术或趋势如何一步步推动另一个？
// param from: name = 强化学习 · the technique, model or trend that it begins with · 起点：技术、模型或趋势
// param to: name = 具身智能 · the technique or trend that it leads to · 终点：技术或趋势
// column way: the way, from its first thing to its last · 路径
// column steps: how many steps it has · 步数
// column implied: how many of them are only implied · 其中仅为推知的步数
// shows: picture
WITH toLower(replace(replace($from, ' ', ''), '-', '')) AS first,
     toLower(replace(replace($to, ' ', ''), '-', '')) AS last
MATCH (:Name {id: first})-[:NAMES]->(start:Technique|Trend|Model)
MATCH (:Name {id: last})-[:NAMES]->(goal:Technique|Trend)
MATCH way = (start)-[:ENABLES*1..4]->(goal)
WITH way, length(way) AS steps,
     size([step IN relationships(way) WHERE step.certainty = 'implied']) AS implied
RETURN way, steps, implied
ORDER BY steps, implied, [one IN nodes(way) | one.id]
LIMIT 25
