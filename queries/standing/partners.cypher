// title: Partners and adopters of a company
// title_zh: 一家机构的伙伴与采用者
// question: Who works together with this company or its units, and who adopts what they build?
// question_zh: 谁与这家机构（含下属单位）合作，谁采用了它们研发的东西？
// param name: name = Anthropic · the company's name, in either language · 机构名称，中英文皆可
// column company: the company asked about · 机构
// column one: a partner, or who adopts · 伙伴或采用者
// column type: PARTNERS_WITH or ADOPTS · 关系
// column other: the other partner, or what is adopted · 伙伴或被采用的成果
// column certainty: how sure the sources are · 确定程度
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(company:Company)
MATCH (company)<-[:PART_OF*0..3]-(:Company)-[:BUILDS*0..1]->(ours:Company|Model|Product|Technique)
MATCH (ours)-[r:PARTNERS_WITH|ADOPTS]-(:Company)
WITH DISTINCT company, r, startNode(r) AS one, endNode(r) AS other
RETURN company.id AS company_id, labels(company)[0] AS company_kind,
       company.name AS company, company.name_zh AS company_zh,
       one.id AS one_id, labels(one)[0] AS one_kind,
       one.name AS one, one.name_zh AS one_zh, type(r) AS type,
       other.id AS other_id, labels(other)[0] AS other_kind,
       other.name AS other, other.name_zh AS other_zh,
       r.certainty AS certainty, r.where AS where, r.claims AS claims
ORDER BY company_id, type DESC, one_id, other_id
LIMIT 1000
