// title: Companies across most trends
// title_zh: 横跨趋势最多的机构
// question: Which companies stand in the most trends, by themselves, their units, and the models and products that these build?
// question_zh: 哪些机构（连同下属单位及其研发的模型和产品）横跨的趋势最多？
// column company: who; its units count as it · 机构
// column trends: how many trends' chapters speak of it · 涉及的趋势数
// column leading: in how many of them it is a case or a driver, not only mentioned · 作为案例或推动者的趋势数
// column in_trends: the trends · 涉及的趋势
// shows: rows
MATCH (trend:Trend)<-[seen:EXEMPLIFIES]-(thing:Company|Model|Product)
MATCH (thing)<-[:BUILDS*0..1]-(unit:Company)-[:PART_OF*0..3]->(company:Company)
WHERE NOT EXISTS { (company)-[:PART_OF]->(:Company) }
UNWIND seen.claims AS claim
WITH company, collect(DISTINCT trend) AS in_trends, collect(DISTINCT claim) AS claims,
     count(DISTINCT CASE WHEN seen.role IN ['case', 'driver'] THEN trend.id END) AS leading
RETURN company.id AS company_id, labels(company)[0] AS company_kind,
       company.name AS company, company.name_zh AS company_zh,
       size(in_trends) AS trends, leading, in_trends, claims
ORDER BY trends DESC, leading DESC, company_id
LIMIT 1000
