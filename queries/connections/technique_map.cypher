// title: The techniques that drive a trend, as a picture
// title_zh: 推动趋势的技术（图）
// question: Which techniques drive this trend, and what are they part of or driven by?
// question_zh: 哪些技术推动这个趋势，它们又属于什么、由什么推动？
// param name: name = 智能体 · the trend's name, in either language · 趋势名称，中英文皆可
// column way: from a technique to the trend · 由技术到趋势
// shows: picture
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(trend:Trend)
MATCH way = (trend)<-[:ENABLES]-(:Technique)<-[:ENABLES|PART_OF*0..1]-(:Technique)
RETURN way
ORDER BY [one IN nodes(way) | one.id], [one IN relationships(way) | type(one)]
LIMIT 200
