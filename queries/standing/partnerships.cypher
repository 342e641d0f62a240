// title: Partners and adopters everywhere
// title_zh: 所有合作与采用
// question: Which companies work together, and which adopt what somebody builds?
// question_zh: 哪些机构相互合作，哪些机构采用了别家的东西？
// column company: who · 机构
// column type: PARTNERS_WITH or ADOPTS · 关系
// column other: the partner, or what is adopted · 伙伴或被采用的事物
// column builders: who builds what is adopted · 研发者
// column certainty: how sure the sources are · 确定程度
// shows: rows
MATCH (company:Company)-[r:PARTNERS_WITH|ADOPTS]->(other:Company|Model|Product|Technique)
OPTIONAL MATCH (other)<-[:BUILDS]-(builder:Company|Person)
WITH company, r, other, collect(builder) AS builders
RETURN company.id AS company_id, labels(company)[0] AS company_kind,
       company.name AS company, company.name_zh AS company_zh, type(r) AS type,
       other.id AS other_id, labels(other)[0] AS other_kind,
       other.name AS other, other.name_zh AS other_zh, builders,
       r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY type DESC, company_id, other_id
LIMIT 1000
