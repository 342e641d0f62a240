// title: Things that each source knows
// title_zh: 各来源所知的事物
// question: How many things of each kind does each source speak of, and how many of them does no other source know?
// question_zh: 各来源分别谈到多少各类事物，其中多少是别的来源没有的？
// column source: the source · 来源
// column kind: the kind · 类别
// column things: how many · 数量
// column alone: how many no other source knows · 仅见于该来源的数量
// column undeclared: how many of them are known only as the end of a relationship · 仅作为关系一端出现的数量
// shows: rows
MATCH (thing:Company|Model|Product|Technique|Benchmark|Dataset|Hardware|Person|Industry|Trend|Part)
WHERE thing.id > ''
UNWIND thing.sources AS source
WITH source, labels(thing)[0] AS kind, thing, size(thing.sources) = 1 AS alone
RETURN source, kind, count(thing.id) AS things, sum(CASE WHEN alone THEN 1 ELSE 0 END) AS alone,
       sum(CASE WHEN thing.mention THEN 1 ELSE 0 END) AS undeclared
ORDER BY source, things DESC, kind
LIMIT 1000
