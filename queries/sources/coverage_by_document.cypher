// title: Named things by document
// title_zh: 各文档提到的具名事物
// question: How many companies, models, products, benchmarks, datasets, hardware, people and industries does each chapter, preface or file speak of?
// question_zh: 每一章、序言或文件提到多少机构、模型、产品、基准、数据集、硬件、人物和行业？
// column source: whose document it is · 来源
// column document: the chapter, preface or file · 章节、序言或文件
// column kind: the kind of thing · 类别
// column things: how many of that kind · 数量
// shows: rows
MATCH (document:Document)
WITH document, '"section:' + substring(document.id, size('document:')) + '/' AS place
MATCH (thing:Company|Model|Product|Benchmark|Dataset|Hardware|Person|Industry)
WHERE any(claim IN thing.claims WHERE claim CONTAINS place)
RETURN document.source AS source, document.id AS document_id,
       labels(document)[0] AS document_kind,
       document.name AS document, document.name_zh AS document_zh,
       labels(thing)[0] AS kind, count(thing) AS things
ORDER BY document_id, kind
LIMIT 1000
