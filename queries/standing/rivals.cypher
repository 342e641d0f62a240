// title: Rivals
// title_zh: 竞争对手
// question: Whose models and products apply the same techniques and stand in the same trends as those of this company?
// question_zh: 哪些机构的模型和产品与这家机构采用相同的技术、处于相同的趋势？
// param name: name = Tencent · the company's name, in either language · 机构名称，中英文皆可
// column company: the company asked about; its units count as it · 机构
// column rival: whose works meet its works · 竞争对手
// column techniques: how many techniques the works of both apply · 共用的技术数
// column trends: in how many trends the works of both are cases or drivers · 共处的趋势数
// column same_techniques: these techniques · 共用的技术
// column same_trends: these trends · 共处的趋势
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(company:Company)
MATCH (company)<-[:PART_OF*0..3]-(:Company)-[:BUILDS]->(work:Model|Product)
MATCH (work)-[ours:APPLIES|EXEMPLIFIES]->(shared:Technique|Trend)<-[theirs:APPLIES|EXEMPLIFIES]-(other:Model|Product)
WHERE coalesce(ours.role, '') <> 'mentioned' AND coalesce(theirs.role, '') <> 'mentioned'
MATCH (other)<-[:BUILDS]-(:Company)-[:PART_OF*0..3]->(rival:Company)
WHERE NOT EXISTS { (rival)-[:PART_OF]->(:Company) }
  AND NOT EXISTS { (rival)-[:PART_OF*0..3]-(company) }
UNWIND ours.claims + theirs.claims AS claim
WITH company, rival, collect(DISTINCT claim) AS claims,
     collect(DISTINCT CASE WHEN shared:Technique THEN shared END) AS same_techniques,
     collect(DISTINCT CASE WHEN shared:Trend THEN shared END) AS same_trends
RETURN company.id AS company_id, labels(company)[0] AS company_kind,
       company.name AS company, company.name_zh AS company_zh,
       rival.id AS rival_id, labels(rival)[0] AS rival_kind,
       rival.name AS rival, rival.name_zh AS rival_zh,
       size(same_techniques) AS techniques, size(same_trends) AS trends,
       same_techniques, same_trends, claims
ORDER BY company_id, techniques DESC, trends DESC, rival_id
LIMIT 200
