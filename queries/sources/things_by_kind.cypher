// title: How many things of each kind
// title_zh: 各类事物的数量
// question: How many things of each kind are there, and how many are only mentioned?
// question_zh: 各类事物有多少，其中多少只被提及？
// column kind: the kind · 类别
// column things: how many · 数量
// column mentions: how many are only mentioned · 仅被提及的数量
// shows: rows
MATCH (n:Company|Model|Product|Technique|Benchmark|Dataset|Hardware|Person|Industry|Trend|Part)
WHERE n.id > ''
RETURN labels(n)[0] AS kind, count(n) AS things,
       sum(CASE WHEN n.mention THEN 1 ELSE 0 END) AS mentions
ORDER BY things DESC, kind
LIMIT 100
