// title: The trends
// title_zh: 各大趋势
// question: Which trends do the sources describe?
// shows: rows
MATCH (trend:Trend)
RETURN trend.id AS id, labels(trend)[0] AS kind, trend.name AS name, trend.name_zh AS name_zh
ORDER BY id
LIMIT 1000
