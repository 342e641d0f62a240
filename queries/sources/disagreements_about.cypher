// title: Where sources disagree on it
// title_zh: 各来源对它的分歧
// question: In what do sources contradict each other on the thing of this name, and who says what?
// question_zh: 各来源对这个名称的事物有哪些互相矛盾的说法，各自怎么说？
// param name: name = Deep Research · a name · 名称，中英文皆可
// column thing: what they disagree on · 所涉事物
// column field: in what · 分歧所在
// column place: its place, 1 for what most sources say · 排位，1 为多数来源的说法
// column value: what is said · 说法
// column value_id: of a builder, its id · 如为研发者，其编号
// column said_by: the sources that say so · 持此说的来源
// shows: rows
WITH toLower(replace(replace($name, ' ', ''), '-', '')) AS key
MATCH (:Name {id: key})-[:NAMES]->(thing:Company|Person|Model|Product|Technique|Benchmark|Dataset|Hardware)
OPTIONAL MATCH (thing)<-[built:BUILDS]-(builder:Company|Person)
WITH thing, collect([builder.id, builder.name, coalesce(builder.groups, []), coalesce(built.sources, []), built.claims]) AS makers
WITH thing, [one IN makers WHERE any(other IN makers WHERE size(one[3]) > 0
             AND none(source IN one[3] WHERE source IN other[3])
             AND NOT other[0] IN one[2] AND NOT one[0] IN other[2])] AS apart
WITH thing, apart, [said IN coalesce(thing.disputes, []) | split(said, '|')] AS values
WITH thing, [i IN range(0, size(values) - 1) |
             [values[i][0], size([parts IN values[0..i] WHERE parts[0] = values[i][0]]) + 1,
              values[i][1], null, split(values[i][2], ', '),
              [claim IN thing.claims WHERE claim CONTAINS ('"' + values[i][0] + '":')]]]
          + [one IN apart | ['builder', size([other IN apart WHERE size(other[3]) > size(one[3])]) + 1,
                             one[1], one[0], one[3], one[4]]] AS rows
UNWIND rows AS row
WITH thing, row[0] AS field, row[1] AS place, row[2] AS value, row[3] AS value_id,
     row[4] AS names, row[5] AS said
RETURN thing.id AS thing_id, labels(thing)[0] AS thing_kind,
       thing.name AS thing, thing.name_zh AS thing_zh,
       field, place, value, value_id, names AS said_by,
       [claim IN said WHERE any(name IN names WHERE claim CONTAINS ('"source":"' + name + '"'))] AS claims
ORDER BY thing_id, field, place, value, value_id
LIMIT 1000
