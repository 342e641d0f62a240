// title: Benchmark results
// title_zh: 基准成绩
// question: Which models and products were measured on which benchmark, with what result, and which benchmarks have none?
// question_zh: 哪些模型和产品在哪个基准上测过，成绩如何，哪些基准没有成绩？
// column benchmark: the test · 基准
// column thing: what was measured · 模型或产品
// column results: each score with its unit and conditions; empty where the sources give none · 成绩
// column certainty: how sure the sources are · 确定程度
// shows: rows
MATCH (benchmark:Benchmark)
OPTIONAL MATCH (benchmark)<-[measured:EVALUATED_ON]-(thing:Model|Product)
RETURN benchmark.id AS benchmark_id, labels(benchmark)[0] AS benchmark_kind,
       benchmark.name AS benchmark, benchmark.name_zh AS benchmark_zh,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       measured.results AS results,
       coalesce(measured.certainty, benchmark.certainty) AS certainty,
       coalesce(measured.where, benchmark.where) AS where,
       coalesce(measured.claims, benchmark.claims) AS claims
ORDER BY benchmark_id, thing_id
LIMIT 1000
