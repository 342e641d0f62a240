// title: Who depends on whom
// title_zh: 谁依赖谁
// question: Which company builds on, or has adopted, what another company outside its group makes?
// question_zh: 哪家机构的产品建立在集团之外另一家的成果之上，或采用了其成果？
// column dependent: the company that depends · 依赖方
// column takes: builds or adopts the thing · 研发或采用该事物
// column thing: the thing that ties it to the other · 使其依赖对方的事物
// column steps: 1 where the thing runs on or was made from the other's, 0 where it is the other's · 步数：1 为运行于对方成果之上或由其得来，0 为直接采用
// column base: what the other company makes · 对方的成果
// column supplier: the company depended on; none where no source says who makes it · 被依赖方，来源未说明研发者时为空
// column certainty: implied where a step is only implied · 确定程度，任一环节为推知即为推知
// shows: rows
MATCH (dependent:Company)-[takes:BUILDS|ADOPTS]->(thing:Model|Product|Technique)
MATCH (thing)-[runs:POWERED_BY|BASED_ON*0..1]->(base:Model|Product|Technique)
WHERE type(takes) = 'ADOPTS' OR size(runs) > 0
OPTIONAL MATCH (base)<-[built:BUILDS]-(supplier:Company)
WITH dependent, takes, thing, runs, base, built, supplier, [dependent.id] + coalesce(dependent.groups, []) AS ours
WHERE supplier IS NULL OR none(one IN [supplier.id] + coalesce(supplier.groups, []) WHERE one IN ours)
WITH dependent, takes, thing, size(runs) AS steps, base, built, supplier, collect(runs) AS ways
WITH dependent, type(takes) AS takes, thing, steps, base, supplier,
     [one IN reduce(all = [takes, built], runs IN ways | all + runs) WHERE one IS NOT NULL] AS said
RETURN dependent.id AS dependent_id, labels(dependent)[0] AS dependent_kind,
       dependent.name AS dependent, dependent.name_zh AS dependent_zh, takes,
       thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh, steps,
       base.id AS base_id, labels(base)[0] AS base_kind, base.name AS base, base.name_zh AS base_zh,
       supplier.id AS supplier_id, labels(supplier)[0] AS supplier_kind,
       supplier.name AS supplier, supplier.name_zh AS supplier_zh,
       CASE WHEN all(one IN said WHERE one.certainty = 'stated') THEN 'stated' ELSE 'implied' END AS certainty,
       reduce(all = [], one IN said | all + one.claims) AS claims
ORDER BY dependent_id, supplier_id, takes, thing_id, base_id
LIMIT 2000
