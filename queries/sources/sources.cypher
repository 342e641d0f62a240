// title: The sources that are loaded
// title_zh: 已加载的来源
// question: Which sources are loaded, on what terms, and when were they last written?
// shows: rows
MATCH (s:Source)
RETURN s.id AS source, s.title AS title, s.title_zh AS title_zh, s.publisher AS publisher,
       s.date AS date, s.licence AS licence, s.attribution AS attribution, s.link AS link
ORDER BY source
LIMIT 1000
