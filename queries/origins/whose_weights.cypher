// title: Who builds on whose weights
// title_zh: 谁基于谁的权重
// question: Which company makes models from the weights of another that is not of its group, and how many?
// question_zh: 哪家机构基于集团之外另一家机构的模型权重研发模型，有多少？
// column builder: who builds on them · 采用者
// column owner: whose weights they are · 权重所属者
// column models: how many models it made so · 由此得来的模型数
// column bases: from which models · 所基于的模型
// column made: which models it made · 由此得来的模型
// shows: rows
MATCH (base:Model)<-[r:BASED_ON]-(model:Model)
MATCH (base)<-[:BUILDS]-(owner:Company)
MATCH (model)<-[:BUILDS]-(builder:Company)
WITH builder, owner, base, model, r, [builder.id] + coalesce(builder.groups, []) AS ours,
     [owner.id] + coalesce(owner.groups, []) AS theirs
WHERE none(one IN ours WHERE one IN theirs)
WITH builder, owner, collect(DISTINCT base) AS bases, collect(DISTINCT model) AS made, collect(r.claims) AS found
RETURN builder.id AS builder_id, labels(builder)[0] AS builder_kind,
       builder.name AS builder, builder.name_zh AS builder_zh,
       owner.id AS owner_id, labels(owner)[0] AS owner_kind,
       owner.name AS owner, owner.name_zh AS owner_zh,
       size(made) AS models, bases, made, reduce(said = [], some IN found | said + some) AS claims
ORDER BY models DESC, owner_id, builder_id
LIMIT 2000
