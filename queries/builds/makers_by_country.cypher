// title: Makers of one country and the others
// title_zh: 某国与其他国家的研发者对照
// question: In each trend, who builds in this country, who elsewhere, and whose country is not known?
// question_zh: 在每个趋势中，本国有哪些研发者，其他国家有哪些，哪些国别不详？
// param country: text = CN · the country, as two letters after ISO 3166 · 国家的两字母代码（ISO 3166）
// column trend: the trend · 趋势
// column here: makers in that country · 该国的研发者
// column elsewhere: makers in other countries · 其他国家的研发者
// column unknown: makers whose country is not known · 国别不详的研发者
// column things_here: how many things those in that country build · 该国研发者研发的事物数量
// column things_elsewhere: how many things those in other countries build · 其他国家研发者研发的事物数量
// shows: rows
MATCH (trend:Trend)<-[:EXEMPLIFIES]-(thing:Model|Product|Technique)<-[built:BUILDS]-(maker:Company)
WITH trend, thing, built, maker,
     CASE WHEN maker.country IS NULL THEN 'unknown' WHEN maker.country = $country THEN 'here' ELSE 'elsewhere' END AS side
WITH trend,
     collect(DISTINCT CASE side WHEN 'here' THEN maker END) AS here,
     collect(DISTINCT CASE side WHEN 'elsewhere' THEN maker END) AS elsewhere,
     collect(DISTINCT CASE side WHEN 'unknown' THEN maker END) AS unknown,
     count(DISTINCT CASE side WHEN 'here' THEN thing.id END) AS things_here,
     count(DISTINCT CASE side WHEN 'elsewhere' THEN thing.id END) AS things_elsewhere,
     collect(built.claims) AS found
RETURN trend.id AS trend_id, labels(trend)[0] AS trend_kind,
       trend.name AS trend, trend.name_zh AS trend_zh,
       here, elsewhere, unknown, things_here, things_elsewhere,
       reduce(said = [], some IN found | said + some) AS claims
ORDER BY trend_id
LIMIT 1000
