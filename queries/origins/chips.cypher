// title: Hardware that most models were trained with
// title_zh: 训练模型最多的硬件
// question: With which hardware were how many models trained, whose is it, and from when to when?
// question_zh: 哪些硬件训练了多少模型，由谁制造，起止何年？
// column hardware: the hardware · 硬件
// column makers: who makes it · 制作者
// column models: how many models were trained with it · 训练的模型数
// column builders: how many companies and people built those · 这些模型的研发者数
// column first: the year of the first of them · 最早年份
// column last: the year of the last · 最近年份
// column date: when the hardware came out · 硬件推出时间
// shows: rows
MATCH (hardware:Hardware)<-[:TRAINED_WITH]-(model:Model)
OPTIONAL MATCH (model)<-[:BUILDS]-(builder:Company|Person)
WITH hardware, count(DISTINCT model) AS models, count(DISTINCT builder) AS builders,
     min(model.date) AS first, max(model.date) AS last
RETURN hardware.id AS hardware_id, labels(hardware)[0] AS hardware_kind,
       hardware.name AS hardware, hardware.name_zh AS hardware_zh,
       COLLECT { MATCH (hardware)<-[:BUILDS]-(one:Company|Person) RETURN one } AS makers,
       models, builders, substring(first, 0, 4) AS first, substring(last, 0, 4) AS last, hardware.date AS date,
       [claim IN hardware.claims WHERE NOT claim CONTAINS '"mention":true'] AS claims
ORDER BY models DESC, hardware_id
LIMIT 1000
