// title: Where a company stands
// title_zh: 一家机构的位置
// question: Through which units, models and products does this company stand in which trends?
// question_zh: 这家机构通过哪些单位、模型和产品处于哪些趋势之中？
// param name: name = Tencent · the company's name, in either language · 机构名称，中英文皆可
// column source: from what the relationship goes · 起点
// column r: the relationship · 关系
// column target: to what it goes · 终点
// shows: picture
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(company:Company)
MATCH way = (company)<-[:PART_OF*0..3]-(:Company)-[:BUILDS*0..1]->(:Company|Model|Product)-[:EXEMPLIFIES]->(:Trend)
UNWIND relationships(way) AS r
WITH DISTINCT r, startNode(r) AS source, endNode(r) AS target
RETURN source, r, target
ORDER BY source.id, type(r), target.id
LIMIT 1000
