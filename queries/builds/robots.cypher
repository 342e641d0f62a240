// title: Robots of a category
// title_zh: 某类机器人
// question: Which robots of this category are there, who makes them, and where?
// question_zh: 这一类别的机器人有哪些，由谁制造，在哪个国家？
// param category: text = humanoid · as the sources say: humanoid, quadruped, companion, outdoor, robotic-arm · 来源所用的类别（英文），如 humanoid 人形、quadruped 四足
// column robot: the robot · 机器人
// column makers: who makes it · 制造者
// column countries: where they are based · 制造者所在国家
// column date: when it came out, empty where no source says · 日期，不详则为空
// column figures: what the sources give in numbers · 数字
// shows: rows
MATCH (robot:Product)
WHERE 'category: ' + toLower($category) IN robot.figures
OPTIONAL MATCH (robot)<-[:BUILDS]-(maker:Company|Person)
WITH robot, collect(maker) AS makers, collect(DISTINCT maker.country) AS countries
RETURN robot.id AS robot_id, labels(robot)[0] AS robot_kind,
       robot.name AS robot, robot.name_zh AS robot_zh, makers, countries, coalesce(robot.date, '') AS date,
       [figure IN robot.figures WHERE NOT figure STARTS WITH 'category: '] AS figures,
       robot.where AS where, robot.claims AS claims
ORDER BY date DESC, robot_id
LIMIT 2000
