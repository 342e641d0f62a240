// title: Hardware for training, year by year
// title_zh: 历年训练所用硬件
// question: With which hardware were the models of each year trained?
// question_zh: 各年的模型在哪些硬件上训练？
// param since: number = 2018 · the first year · 起始年份
// column year: the year of the models · 年份
// column hardware: the hardware · 硬件
// column makers: who makes it · 制造者
// column models: how many models of that year · 当年的模型数
// column percent: of a hundred models of that year whose hardware is known · 占当年已知硬件模型的百分比
// shows: rows
MATCH (model:Model)-[:TRAINED_WITH]->(hardware:Hardware)
WHERE model.date IS NOT NULL
WITH toInteger(substring(model.date, 0, 4)) AS year, model, hardware
WHERE year >= $since
WITH year, collect([model, hardware]) AS uses, count(DISTINCT model) AS known
UNWIND uses AS pair
WITH year, known, pair[1] AS hardware, count(DISTINCT pair[0]) AS models
RETURN year, hardware.id AS hardware_id, labels(hardware)[0] AS hardware_kind,
       hardware.name AS hardware, hardware.name_zh AS hardware_zh,
       COLLECT { MATCH (hardware)<-[:BUILDS]-(one:Company|Person) RETURN one } AS makers,
       models, toInteger(round(100.0 * models / known)) AS percent
ORDER BY year DESC, models DESC, hardware_id
LIMIT 2000
