// title: Names and ids between two
// title_zh: 介于两者之间的名称与编号
// question: Under which names and ids from the first of these on and before the second are things found?
// question_zh: 从前者起到后者之前，有哪些名称与编号可以查到事物？
// param first: text = model:gpt · the least of them · 其中最小者
// param end: text = model:gpu · what lies behind the last of them · 最大者之后的界限
// column key: the name or id · 名称或编号
// shows: rows
MATCH (name:Name)
WHERE name.id >= $first AND name.id < $end
RETURN name.id AS key
ORDER BY key
LIMIT 20000
