// title: Robots by country
// title_zh: 各国机器人
// question: How many makers in which country make how many robots of which category, and since when?
// question_zh: 各国有多少制造者，制造多少哪类机器人，始于何年？
// column country: where the makers are based; none where it is not known · 制造者所在国家，不详则为空
// column category: the category of robots, as the sources say · 类别
// column robots: how many robots · 机器人数
// column makers: how many companies make them · 制造者数
// column first: the year of the first · 最早年份
// column last: the year of the last · 最近年份
// column latest: the latest three of them · 其中最新的三种
// shows: rows
MATCH (robot:Product)<-[:BUILDS]-(maker:Company)
WITH robot, maker, [figure IN robot.figures WHERE figure STARTS WITH 'category: '] AS categories
UNWIND categories AS category
WITH maker.country AS country, substring(category, 10) AS category, count(DISTINCT maker) AS makers,
     collect(DISTINCT robot) AS made, min(robot.date) AS first, max(robot.date) AS last
RETURN country, category, size(made) AS robots, makers,
       substring(first, 0, 4) AS first, substring(last, 0, 4) AS last,
       COLLECT { UNWIND made AS one WITH one, coalesce(one.date, '') AS date
                 RETURN one ORDER BY date DESC, one.id LIMIT 3 } AS latest
ORDER BY robots DESC, country, category
LIMIT 1000
