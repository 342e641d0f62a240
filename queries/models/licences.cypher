// title: Licences
// title_zh: 许可证
// question: On which licences do models, datasets and products stand, and how many makers use each?
// question_zh: 模型、数据集和产品采用哪些许可证，各有多少研发者采用？
// column licence: as the sources write it, one spelling of several · 许可证，多种写法取其一
// column things: how many things in all · 总数
// column models: how many models · 模型数
// column datasets: how many datasets · 数据集数
// column products: how many products · 产品数
// column makers: how many companies and people build those · 研发者数
// column latest: the latest three of them · 其中最新的三样
// shows: rows
MATCH (thing:Model|Dataset|Product)
WHERE thing.licence IS NOT NULL
WITH toLower(replace(replace(thing.licence, ' ', ''), '-', '')) AS key, thing,
     COLLECT { MATCH (thing)<-[:BUILDS]-(maker:Company|Person) RETURN maker.id } AS makers
WITH key, min(thing.licence) AS licence, collect(thing) AS works, collect(makers) AS makers
WITH licence, works, COUNT { UNWIND makers AS some UNWIND some AS maker RETURN DISTINCT maker } AS makers,
     COLLECT { UNWIND works AS one WITH one, coalesce(one.date, '') AS date
               RETURN one ORDER BY date DESC, one.id LIMIT 3 } AS latest
RETURN licence, size(works) AS things, size([one IN works WHERE one:Model]) AS models,
       size([one IN works WHERE one:Dataset]) AS datasets,
       size([one IN works WHERE one:Product]) AS products, makers, latest,
       reduce(said = [], one IN latest | said + [claim IN one.claims WHERE claim CONTAINS '"licence":']) AS claims
ORDER BY things DESC, licence
LIMIT 1000
