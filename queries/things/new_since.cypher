// title: New since a date
// title_zh: 某日以来的新事物
// question: What came out since this date, of any kind or of one, and who builds it?
// question_zh: 这一日期以来出现了什么（任何类别或某一类别），由谁研发？
// param since: text = 2026 · a date: 2026, 2026-03 or 2026-03-14 · 日期，可只写年或年月
// param kind: text = any · Model, Product, Dataset, Hardware, Benchmark, or any · 类别（英文），或 any 表示不限
// column thing: what came out · 事物
// column kind: its kind · 类别
// column builders: who builds it · 研发者
// column date: when · 日期
// shows: rows
MATCH (thing:Model|Product|Dataset|Hardware|Benchmark)
WHERE thing.date >= $since
WITH thing, labels(thing)[0] AS kind
WHERE toLower($kind) IN ['any', toLower(kind)]
MATCH (thing)<-[:BUILDS]-(builder:Company|Person)
WITH thing, kind, collect(builder) AS builders
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh, kind,
       builders, thing.date AS date,
       [claim IN thing.claims WHERE claim CONTAINS '"date":'] AS claims
ORDER BY date DESC, thing_id
LIMIT 2000
