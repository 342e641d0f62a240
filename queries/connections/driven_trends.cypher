// title: The trends that a technique drives
// title_zh: 一项技术推动的趋势
// question: Which trends does this technique drive, directly or through what it enables?
// question_zh: 这项技术直接或经由其他技术推动了哪些趋势？
// param name: name = 强化学习 · the technique's name, in either language · 技术名称，中英文皆可
// column technique: the technique that was asked about · 所问的技术
// column steps: 1 where it drives the trend itself, 2 where through another · 步数：1 为直接推动，2 为经由另一项技术
// column through: the technique that drives the trend · 直接推动趋势的技术
// column trend: the trend · 趋势
// column type: ENABLES, or EXEMPLIFIES where the chapter has it as a driver only · 关系：推动，或仅在章节中作为驱动
// column certainty: implied where a step is only implied · 确定程度，任一环节为推知即为推知
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(technique:Technique)
MATCH (technique)-[leads:ENABLES*0..1]->(through:Technique)-[drives:ENABLES|EXEMPLIFIES]->(trend:Trend)
WITH technique, leads, through, drives, trend, EXISTS { (through)-[:ENABLES]->(trend) } AS enables
WHERE type(drives) = 'ENABLES' OR (drives.role = 'driver' AND NOT enables)
WITH technique, through, drives, trend, leads + [drives] AS said
RETURN technique.id AS technique_id, labels(technique)[0] AS technique_kind,
       technique.name AS technique, technique.name_zh AS technique_zh, size(said) AS steps,
       through.id AS through_id, labels(through)[0] AS through_kind,
       through.name AS through, through.name_zh AS through_zh,
       trend.id AS trend_id, labels(trend)[0] AS trend_kind,
       trend.name AS trend, trend.name_zh AS trend_zh, type(drives) AS type,
       CASE WHEN all(one IN said WHERE one.certainty = 'stated') THEN 'stated' ELSE 'implied' END AS certainty,
       reduce(all = [], one IN said | all + one.claims) AS claims
ORDER BY technique_id, steps, trend_id, through_id
LIMIT 500
