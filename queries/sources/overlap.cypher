// title: What two sources have in common
// title_zh: 两个来源的交集
// question: How many things of which kinds do two sources both speak of?
// question_zh: 两个来源共同谈到多少事物，各属哪类？
// column one: a source · 一个来源
// column other: another · 另一个来源
// column things: how many things both speak of · 共同谈到的事物数
// column companies: how many companies · 机构数
// column models: how many models · 模型数
// column products: how many products · 产品数
// column techniques: how many techniques · 技术数
// column datasets: how many datasets · 数据集数
// column hardware: how many pieces of hardware · 硬件数
// shows: rows
MATCH (thing:Company|Model|Product|Technique|Benchmark|Dataset|Hardware|Person|Industry|Trend|Part)
WHERE thing.id > ''
WITH thing, labels(thing)[0] AS kind
WHERE size(thing.sources) > 1
UNWIND thing.sources AS one
UNWIND thing.sources AS other
WITH kind, one, other
WHERE one < other
WITH one, other, collect(kind) AS kinds
RETURN one, other, size(kinds) AS things, size([k IN kinds WHERE k = 'Company']) AS companies,
       size([k IN kinds WHERE k = 'Model']) AS models, size([k IN kinds WHERE k = 'Product']) AS products,
       size([k IN kinds WHERE k = 'Technique']) AS techniques,
       size([k IN kinds WHERE k = 'Dataset']) AS datasets, size([k IN kinds WHERE k = 'Hardware']) AS hardware
ORDER BY things DESC, one, other
LIMIT 1000
