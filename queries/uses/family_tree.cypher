// title: Family tree of a technique
// title_zh: 技术谱系图
// question: To what does the technique of this name belong, and which kinds and parts has it, down to the last?
// question_zh: 这项技术属于什么，又有哪些种类和组成部分，直到最末一层？
// param name: name = 运动系统 · the technique's name, in either language · 技术名称，中英文皆可
// column source: from what the relationship goes · 起点
// column r: the relationship · 关系
// column target: to what it goes · 终点
// shows: picture
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(named:Technique)
MATCH above = (named)-[:PART_OF*0..12]->(:Technique)
MATCH below = (named)<-[:PART_OF*0..12]-(:Technique)
UNWIND relationships(above) + relationships(below) AS r
WITH DISTINCT r, startNode(r) AS source, endNode(r) AS target
RETURN source, r, target
ORDER BY source.id, type(r), target.id
LIMIT 1000
