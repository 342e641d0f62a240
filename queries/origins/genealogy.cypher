// title: Family tree of a model
// title_zh: 模型谱系图
// question: From what was the model or dataset of this name made, and what was made from it, up to six levels each way?
// question_zh: 这个名称的模型或数据集由什么得来，又得出了什么（上下各至多六层）？
// param name: name = Llama · the model or dataset, in either language · 模型或数据集名称，中英文皆可
// column source: what was made · 得来者
// column r: the relationship · 关系
// column target: what it was made from · 来源
// shows: picture
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(named:Model|Dataset)
MATCH above = (named)-[:BASED_ON|VERSION_OF*0..6]->(:Model|Dataset)
MATCH below = (named)<-[:BASED_ON|VERSION_OF*0..6]-(:Model|Dataset)
UNWIND relationships(above) + relationships(below) AS r
WITH DISTINCT r, startNode(r) AS source, endNode(r) AS target
RETURN source, r, target
ORDER BY source.id, type(r), target.id
LIMIT 300
