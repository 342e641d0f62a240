// title: The techniques under a trend
// title_zh: 趋势之下的技术
// question: Which techniques does the chapter on this trend discuss, in which part, and which drive the trend?
// question_zh: 这个趋势的章节谈到哪些技术，各是什么角色，哪些推动该趋势？
// param name: name = 智能体 · the trend's name, in either language · 趋势名称，中英文皆可
// column trend: the trend · 趋势
// column role: case, driver, or mentioned only · 角色：案例、驱动或仅提及
// column technique: the technique · 技术
// column enables: how sure the sources are that it drives the trend; none where none says so · 推动该趋势的确定程度，无来源则为空
// column certainty: how sure it is that the trend is exemplified · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(trend:Trend)
MATCH (trend)<-[discussed:EXEMPLIFIES]-(technique:Technique)
WITH trend, discussed, technique,
     COLLECT { MATCH (technique)-[enables:ENABLES]->(trend) RETURN enables } AS enables
RETURN trend.id AS trend_id, labels(trend)[0] AS trend_kind,
       trend.name AS trend, trend.name_zh AS trend_zh, discussed.role AS role,
       technique.id AS technique_id, labels(technique)[0] AS technique_kind,
       technique.name AS technique, technique.name_zh AS technique_zh,
       head(enables).certainty AS enables, discussed.certainty AS certainty,
       reduce(said = discussed.claims, one IN enables | said + one.claims) AS claims
ORDER BY trend_id, role, technique_id
LIMIT 1000
