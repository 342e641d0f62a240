// title: Breadth against depth
// title_zh: 广度与深度
// question: In how many trends does each company stand, and how many models, products and techniques does it bring, its units included?
// question_zh: 每家机构（含下属单位）涉及多少趋势，又带来多少模型、产品和技术？
// column company: who; its units count as it · 机构
// column trends: how many trends' chapters speak of it or of its works · 涉及的趋势数
// column models: how many models it builds · 研发的模型数
// column products: how many products it builds · 研发的产品数
// column techniques: how many techniques it or its works apply · 采用的技术数
// shows: rows
MATCH (company:Company)
WHERE NOT EXISTS { (company)-[:PART_OF]->(:Company) }
MATCH (company)<-[:PART_OF*0..3]-(:Company)-[:BUILDS*0..1]->(work:Company|Model|Product)
OPTIONAL MATCH (work)-[:APPLIES|EXEMPLIFIES]->(field:Technique|Trend)
WITH company, collect(DISTINCT work) AS works, collect(DISTINCT field) AS fields
RETURN company.id AS company_id, labels(company)[0] AS company_kind,
       company.name AS company, company.name_zh AS company_zh,
       size([f IN fields WHERE f:Trend]) AS trends,
       size([w IN works WHERE w:Model]) AS models,
       size([w IN works WHERE w:Product]) AS products,
       size([f IN fields WHERE f:Technique]) AS techniques,
       company.where AS where, company.claims AS claims
ORDER BY trends DESC, models DESC, products DESC, techniques DESC, company_id
LIMIT 1000
