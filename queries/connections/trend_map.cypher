// title: Which trend drives which, as a picture
// title_zh: 趋势之间的推动关系（图）
// question: Which trends drive which, as the sources say it of the trends themselves?
// question_zh: 来源直接指出哪些趋势推动哪些趋势？
// column source: the trend that drives · 起推动作用的趋势
// column drives: what the sources say of it · 来源的说法
// column target: the trend that is driven · 被推动的趋势
// shows: picture
MATCH (source:Trend)-[drives:ENABLES]->(target:Trend)
RETURN source, drives, target
ORDER BY source.id, target.id
LIMIT 1000
