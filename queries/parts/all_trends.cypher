// title: The trends
// title_zh: 各大趋势
// question: Which trends do the sources describe?
// question_zh: 各来源描述了哪些趋势？
// column thing: the trend · 趋势
// shows: rows
MATCH (thing:Trend)
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh
ORDER BY thing_id
LIMIT 1000
