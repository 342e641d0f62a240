// title: Who says so, of a thing
// title_zh: 谁提到它
// question: What do the sources say of the things of this name, and where?
// question_zh: 各来源怎么说这个名称的事物，在哪里说？
// param name: name = 强化学习 · a name · 名称，中英文皆可
// column thing: the thing · 事物
// column aliases: its other names · 其他名称
// column category: what kind of organisation · 机构类别
// column country: where an organisation is based · 机构所在国家
// column date: date · 日期
// column licence: on what terms · 许可
// column access: open, limited or closed · 开放程度
// column parameters: how many parameters · 参数量
// column compute: what training took, in FLOP · 训练计算量
// column figures: figures · 数字
// column mention: whether it is only mentioned · 是否仅被提及
// column disputed: what the sources dispute · 来源有分歧之处
// column disputes: each disputed value and who gives it · 有分歧的各个说法及其来源
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing)
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       thing.aliases AS aliases, thing.category AS category, thing.country AS country, thing.date AS date,
       thing.licence AS licence, thing.access AS access,
       thing.parameters AS parameters, thing.compute AS compute,
       thing.figures AS figures, thing.mention AS mention, thing.disputed AS disputed,
       thing.disputes AS disputes,
       thing.certainty AS certainty, thing.where AS where, thing.claims AS claims
ORDER BY thing_id
LIMIT 100
