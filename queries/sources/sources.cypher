// title: The sources that are loaded
// title_zh: 已加载的来源
// question: Which sources are loaded, on what terms, and when were they last written?
// question_zh: 加载了哪些来源，使用条件是什么？
// column source: its name · 来源
// column title: title · 标题
// column title_zh: title in Chinese · 中文标题
// column publisher: publisher · 发布者
// column date: date · 日期
// column licence: licence · 许可
// column attribution: attribution · 署名
// column link: link · 链接
// shows: rows
MATCH (s:Source)
RETURN s.id AS source, s.title AS title, s.title_zh AS title_zh, s.publisher AS publisher,
       s.date AS date, s.licence AS licence, s.attribution AS attribution, s.link AS link
ORDER BY source
LIMIT 1000
