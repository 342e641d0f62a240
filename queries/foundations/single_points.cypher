// title: Single points of dependence
// title_zh: 单点依赖
// question: Which models and products are all that several companies build on or have adopted?
// question_zh: 哪些模型和产品是多家机构唯一依赖的底座？
// param makers: number = 2 · how many companies must have nothing else, at least · 至少有几家机构别无底座
// column base: the model or product · 模型或产品
// column makers: how many companies have nothing else underneath · 别无底座的机构数量
// column companies: those companies · 这些机构
// column things: what they build on it, or the thing itself where they adopt it · 建立在其上的事物，或被采用的事物自身
// shows: rows
MATCH (maker:Company)-[takes:BUILDS|ADOPTS]->(thing:Model|Product)
MATCH (thing)-[runs:POWERED_BY|BASED_ON*0..1]->(base:Model|Product)
WHERE size(runs) = CASE type(takes) WHEN 'BUILDS' THEN 1 ELSE 0 END
WITH maker, takes, thing, base, head(runs) AS runs,
     CASE WHEN EXISTS { (maker)-[:BUILDS]->(base) } THEN 1 ELSE 0 END AS own
WITH maker, collect(DISTINCT base) AS bases, sum(own) AS own, collect(DISTINCT thing) AS things,
     collect(takes) + collect(runs) AS steps
WHERE size(bases) = 1 AND own = 0
UNWIND things AS thing
WITH head(bases) AS base, count(DISTINCT maker) AS makers, collect(DISTINCT maker) AS companies,
     collect(DISTINCT thing) AS things, collect(DISTINCT [one IN steps | one.claims]) AS found
WHERE makers >= $makers
WITH base, makers, companies, things, reduce(all = [], some IN found | all + some) AS found
RETURN base.id AS base_id, labels(base)[0] AS base_kind, base.name AS base, base.name_zh AS base_zh,
       makers, companies, things, reduce(said = [], some IN found | said + some) AS claims
ORDER BY makers DESC, base_id
LIMIT 100
