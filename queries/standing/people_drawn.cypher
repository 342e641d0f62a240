// title: People, drawn
// title_zh: 人物图
// question: Who is tied to which company, which work and which trend's chapter?
// question_zh: 谁与哪家机构、哪个成果、哪一章相连？
// column source: from what the relationship goes · 起点
// column r: the relationship · 关系
// column target: to what it goes · 终点
// shows: picture
MATCH way = (:Person)-[:WORKS_AT|FOUNDED|BUILDS|AUTHORED]->(:Company|Model|Product|Technique|Benchmark|Dataset|Hardware|Trend)-[:PART_OF*0..1]->()
UNWIND relationships(way) AS r
WITH DISTINCT r, startNode(r) AS source, endNode(r) AS target
RETURN source, r, target
ORDER BY source.id, type(r), target.id
LIMIT 1000
