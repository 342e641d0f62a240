"""Phrasings of Cypher for the lint: each that is refused, beside one that says the same and passes.

All were run on the embedded engine and on Neo4j 5.26: a text on the right gives there what Neo4j
answers. A text on the left gives something else on some graph, or differs from one that does in a
way that no lint could vouch for.
"""

OPTIONAL = "MATCH (a:Company) OPTIONAL MATCH (a)-[:ADOPTS]->(k)"
ONE = "MATCH (a:Company {id: 'c0'})"
ENDS = "MATCH (a:Company {id: 'c0'}), (k:Technique {id: 'k0'})"

Pair = tuple[str, str]

PAIRS: dict[int | str, list[Pair]] = {
    1: [
        (
            "MATCH (a)-[r]->(b), (c:Technique {certainty: r.certainty}) RETURN c.id",
            "MATCH (a)-[r]->(b), (c:Technique) WHERE c.certainty = r.certainty RETURN c.id",
        ),
        (
            "MATCH (a)-[r]->(b)-[q {certainty: r.certainty}]->(c) RETURN c.id",
            "MATCH (a)-[r]->(b)-[q]->(c) WHERE q.certainty = r.certainty RETURN c.id",
        ),
        (
            "MATCH (a)-[r]->(b) MATCH (c {certainty: endNode(r).certainty}) RETURN c.id",
            "MATCH (a)-[r]->(b) WITH r MATCH (c {certainty: endNode(r).certainty}) RETURN c.id",
        ),
        (
            "MATCH (a)-[`the one`]->(b) MATCH (c {certainty: toLower(`the one`.certainty)}) "
            "RETURN c.id",
            "MATCH (a)-[`the one`]->(b) WITH `the one` AS r "
            "MATCH (c {certainty: toLower(r.certainty)}) RETURN c.id",
        ),
        (
            "MATCH (a)-[r]->(b) WITH * MATCH (c {certainty: r.certainty}) RETURN c.id",
            "MATCH (a)-[r]->(b) WITH r MATCH (c {certainty: r.certainty}) RETURN c.id",
        ),
        (
            "MATCH (a:Company) CALL (a) { MATCH (a)-[r]->(b {certainty: r.certainty}) "
            "RETURN b.id AS id } RETURN id",
            "MATCH (a:Company)-[r]->(b) CALL (r) { MATCH (c {certainty: r.certainty}) "
            "RETURN c.id AS id } RETURN id",
        ),
        (
            "MATCH (a:Company) RETURN EXISTS { (a)-[r]->({certainty: r.certainty}) } AS e",
            "MATCH (a:Company)-[r]->() RETURN EXISTS { ({certainty: r.certainty}) } AS e",
        ),
        (
            "MATCH (a:Company) RETURN [(a)-[r]->(b {certainty: r.certainty}) | b.id] AS ids",
            "MATCH (a:Company)-[r]->() RETURN [(a)-->(b {certainty: r.certainty}) | b.id] AS ids",
        ),
        (
            "MATCH (a:Company {certainty: b.certainty})-[:BUILDS]->(b) RETURN b.id",
            "MATCH (a:Company)-[:BUILDS]->(b {certainty: a.certainty}) RETURN b.id",
        ),
        (
            "MATCH (b:Model) MATCH (a)-[{certainty: a.certainty}]->(b) RETURN a.id",
            "MATCH (b:Model) MATCH (b)<-[{certainty: b.certainty}]-(a) RETURN a.id",
        ),
        (
            "MATCH (a:Company) ((x)-[e]->(y {certainty: e.certainty})){1,2} (b) RETURN b.id",
            "MATCH (a:Company) ((x)-[e]->(y) WHERE y.certainty = e.certainty){1,2} (b) RETURN b.id",
        ),
        (
            "MATCH (a)-[r:BUILDS]->(b) OPTIONAL MATCH (b)-[q {certainty: r.certainty}]->(c) "
            "RETURN c.id",
            "MATCH (a)-[r:BUILDS]->(b) MERGE (c:Seen {certainty: r.certainty})",
        ),
    ],
    2: [
        (
            f"{ONE} UNWIND a.aliases AS k MATCH (t {{id: k}}) RETURN t.id",
            f"{ONE} UNWIND a.aliases AS k WITH * MATCH (t {{id: k}}) RETURN t.id",
        ),
        (
            f"{ONE} UNWIND ['k0'] AS k UNWIND [k] AS j MATCH (t {{id: j}}) RETURN t.id",
            f"UNWIND ['k0'] AS k UNWIND [k] AS j {ONE} MATCH (t {{id: j}}) RETURN t.id",
        ),
        (
            f"{ONE} UNWIND ['k0'] AS k MATCH (t) WHERE t.x = 9 OR t.id IN [k] RETURN t.id",
            "UNWIND ['k0'] AS k MATCH (t) WHERE t.x = 9 OR t.id IN [k] RETURN t.id",
        ),
        (
            f"{ONE} UNWIND ['k0'] AS k MATCH (a)-[*1..2]-(t WHERE t.id = k) RETURN t.id",
            f"{ONE} UNWIND ['k0'] AS k WITH a, k MATCH (a)-[*1..2]-(t WHERE t.id = k) RETURN t.id",
        ),
        (
            f"{ONE} UNWIND ['k0'] AS k MATCH (t) WHERE EXISTS {{ (t)<--(b) WHERE t.id = k }} "
            "RETURN t.id",
            f"{ONE} UNWIND ['k0'] AS k RETURN k, COUNT {{ (t {{id: k}}) }} AS n",
        ),
        (
            f"CALL {{ {ONE} UNWIND ['k0'] AS k MATCH (t {{id: k}}) RETURN t }} RETURN t.id",
            f"{ONE} UNWIND ['k0'] AS k CALL (k) {{ MATCH (t {{id: k}}) RETURN t }} RETURN t.id",
        ),
    ],
    3: [
        (
            "MATCH (a)-[r]->(b) WHERE a.name = 'X' OR b.open RETURN b.id",
            "MATCH (a)-[r]->(b) WHERE a.name = 'X' OR b.open = true RETURN b.id",
        ),
        (
            "MATCH (a)-[r]->(b) WHERE r.key <> 'k' AND (a.x = 1 OR size(b.sources[0]) = 2) "
            "RETURN b.id",
            "MATCH (a)-[r]->(b) WHERE (a.x = 1 OR size(b.sources) = 2) AND r.key <> 'k' "
            "RETURN b.id",
        ),
        (
            "MATCH (x)-[:BUILDS]->(y) WHERE NOT (x.name = 'X' XOR coalesce(y.open, false)) "
            "RETURN y.id",
            "MATCH (x)-[:BUILDS]->(y) WITH * WHERE NOT (x.name = 'X' XOR coalesce(y.open, false)) "
            "RETURN y.id",
        ),
        (
            "MATCH p = (a)-[*1..2]->(b) WHERE a.name = 'X' OR all(n IN nodes(p) WHERE n:Model) "
            "RETURN b.id",
            "MATCH p = (a)-[*1..2]->(b) WHERE a.name = 'X' AND all(n IN nodes(p) WHERE n:Model) "
            "RETURN b.id",
        ),
        (
            "MATCH (a:Company) MATCH (b)-[:APPLIES]->(c) WHERE a.name = 'X' OR "
            "any(s IN c.sources WHERE s = 's2') RETURN c.id",
            "MATCH (a:Company) MATCH (c:Technique) WHERE a.name = 'X' OR "
            "any(s IN c.sources WHERE s = 's2') RETURN c.id",
        ),
        (
            "MATCH (a:Company) MATCH (b)-[r]->(c) WHERE r.certainty = 'X' OR a.name = 'X' OR "
            "any(s IN c.sources WHERE s = 's2') RETURN c.id",
            "MATCH (a:Company) MATCH (a)-[r]->(c) WHERE r.certainty = 'X' OR a.name = 'X' OR "
            "any(s IN c.sources WHERE s = 's2') RETURN c.id",
        ),
        (
            "MATCH (a:Company) OPTIONAL MATCH (), (n) WHERE n.open XOR a.id = 'z' RETURN n.id",
            "MATCH (a:Company) OPTIONAL MATCH (n) WHERE n.open XOR a.id = 'z' RETURN n.id",
        ),
        (
            "UNWIND ['s1'] AS x MATCH (b:Model)-[:APPLIES]->(c) WHERE x = c.sources[0] RETURN c.id",
            "UNWIND ['s1'] AS x MATCH (b:Model)-[:APPLIES]->(c) WHERE x IN c.sources RETURN c.id",
        ),
        (
            "MATCH (a:Company) RETURN COUNT { (b)-[:APPLIES]->(c) WHERE b.x <> c.sources[0] } AS n",
            "MATCH (a:Company) RETURN COUNT { (b)-[:APPLIES]->(c) WHERE b.x <> c.y } AS n",
        ),
        (
            "MATCH (a WHERE a.name = 'X' OR any(s IN b.sources WHERE s = 's1'))-->(b) RETURN b.id",
            "MATCH (a WHERE a.name = 'X' OR a.open)-->(b WHERE b.id <> a.id) RETURN b.id",
        ),
        (
            "MATCH (a:Company)-[r WHERE r.certainty = b.certainty]->(b) RETURN b.id",
            "MATCH (a:Company)-[r WHERE r.certainty = 'low']->(b) RETURN b.id",
        ),
        (
            "MATCH (a)-->(b) WHERE a.x = 1 OR reduce(n = 0, s IN b.list | n + s) > 1 RETURN b.id",
            "MATCH (a)-[r]->(b) WHERE a.x = 1 OR size([s IN b.list WHERE s > a.x]) > 1 RETURN b.id",
        ),
        (
            "MATCH (a)-[r]->(b) WHERE a.x = 1 OR {i: b.id} = {i: 'm0'} RETURN b.id",
            "MATCH (a)-[r]->(b) WHERE a.x = 1 OR [b.id] = ['m0'] RETURN b.id",
        ),
        (
            "MATCH (a)-[r]-(b) WHERE a.id = properties(b).id OR COUNT { (b)--() } = 1 RETURN b.id",
            "MATCH (a)-[r]-(b) WHERE NOT (a)<--(b) AND NOT EXISTS { (b)-->(a) } RETURN b.id",
        ),
        (
            "MATCH (a) OPTIONAL MATCH (s:Model)-->(x)-->(b) WHERE (a)-->() OR b.open RETURN b.id",
            "MATCH (a) OPTIONAL CALL (a) { MATCH (s:Model)-->(x)-->(b) WITH * "
            "WHERE (a)-->() OR b.open RETURN b } RETURN b.id",
        ),
    ],
    4: [
        (
            f"{OPTIONAL} MATCH (x:Company)-[*1..2]->(k) RETURN x.id",
            f"{OPTIONAL} MATCH (k)<-[*1..2]-(x:Company) RETURN x.id",
        ),
        (
            f"{OPTIONAL} WITH a, k AS other MATCH (z:Model) WHERE (z)-->(other) RETURN z.id",
            f"{OPTIONAL} WITH a, k AS other WHERE other IS NOT NULL "
            "MATCH (z:Model) WHERE (z)-->(other) RETURN z.id",
        ),
        (
            f"{OPTIONAL} RETURN a.id, EXISTS {{ (k) }} AS e",
            f"{OPTIONAL} RETURN a.id, EXISTS {{ (k:Technique) }} AS e",
        ),
        (
            f"{OPTIONAL} MATCH (z:Model), (y:Model)-[*1..2]->(k) RETURN z.id",
            f"{OPTIONAL} MATCH (z:Model), (k)<-[*1..2]-(y:Model) RETURN z.id",
        ),
        (
            f"{OPTIONAL} RETURN size([(x)-->(k) | x.id]) AS n",
            f"{OPTIONAL} RETURN size(COLLECT {{ MATCH (k)<--(x) RETURN x.id }}) AS n",
        ),
        (
            "MATCH (a:Company) OPTIONAL MATCH (a)-[r:ADOPTS]->() MATCH (a)-[r]->(y) RETURN y.id",
            "MATCH (a:Company) OPTIONAL MATCH (a)-[r:ADOPTS]->() WITH * WHERE r.key <> '' "
            "MATCH (a)-[r]->(y) RETURN y.id",
        ),
        (
            "MATCH (a:Company) OPTIONAL CALL (a) { MATCH (a)-[:ADOPTS]->(k) RETURN k } "
            "MATCH (k)<--(x) RETURN x.id",
            "MATCH (a:Company) OPTIONAL CALL (a) { MATCH (a)-[:ADOPTS]->(k) RETURN k } "
            "WITH a, k MATCH (k)<--(x) RETURN x.id",
        ),
        (
            "MATCH (a:Company) OPTIONAL CALL (a) { MATCH (a)-[:ADOPTS]->(k) RETURN k } "
            "RETURN EXISTS { (k)<--() } AS e",
            f"{OPTIONAL} RETURN EXISTS {{ (k)<--() }} AS e",
        ),
        (
            f"{OPTIONAL} OPTIONAL MATCH (m:Model) OPTIONAL MATCH (m)-[z]->(k) RETURN z.key",
            f"{OPTIONAL} OPTIONAL MATCH (k)<-[z]-(m:Model) RETURN z.key",
        ),
        (
            f"{OPTIONAL} CREATE (k)-[:SEEN]->(a)",
            f"{OPTIONAL} FOREACH (x IN CASE WHEN k IS NULL THEN [] ELSE [k] END | "
            "MERGE (x)-[:SEEN]->(a))",
        ),
        (
            f"{OPTIONAL} UNWIND [a, k] AS x WITH x MATCH (y)-[*1..2]->(x) RETURN y.id",
            f"{OPTIONAL} WITH a, collect(k) AS ks UNWIND ks AS x WITH x "
            "MATCH (y)-[*1..2]->(x) RETURN y.id",
        ),
    ],
    5: [
        (
            f"{ENDS} OPTIONAL MATCH p = shortestPath((a)-[*..4]-(k)) WHERE length(p) > 1 "
            "RETURN length(p) AS l",
            f"{ENDS} OPTIONAL MATCH p = shortestPath((a)-[*..4]-(k)) WHERE a <> k "
            "RETURN length(p) AS l",
        ),
        (
            f"{ENDS} MATCH p = allShortestPaths((a)-[*..4]-(k)) "
            "WHERE none(n IN nodes(p) WHERE n.id = 'm0') RETURN length(p) AS l",
            f"{ENDS} MATCH p = allShortestPaths((a)-[*..4]-(k)) "
            "WITH p WHERE none(n IN nodes(p) WHERE n.id = 'm0') RETURN length(p) AS l",
        ),
        (
            f"{ENDS} MATCH way = shortestPath((a)-[*..4]-(k)), (m:Model) "
            "WHERE a.id <> 'x' AND (k.id = 'x' OR m IN nodes(way)) RETURN m.id",
            f"{ENDS} MATCH way = shortestPath((a)-[*..4]-(k)), (m:Model) "
            "WHERE a.id <> 'x' AND k.id <> m.id RETURN m.id",
        ),
        (
            "MATCH (a:Company) RETURN EXISTS { MATCH p = shortestPath((a)-[*..4]-(:Technique)) "
            "WHERE length(p) > 1 } AS e",
            "MATCH (a:Company) RETURN EXISTS { MATCH p = (a)-[*1..4]-(:Technique) "
            "WHERE length(p) > 1 } AS e",
        ),
        (
            f"{ENDS} CALL (a, k) {{ MATCH `p` = shortestPath((a)-[*..4]-(k)) "
            "WHERE EXISTS { (m:Model) WHERE m IN nodes(`p`) } RETURN p } RETURN length(p) AS l",
            f"{ENDS} RETURN length(shortestPath((a)-[*..4]-(k))) AS l",
        ),
    ],
    6: [
        (
            f"{ENDS} MATCH p = allShortestPaths((a)-[rs*..4]-(k)) RETURN size(rs) AS n",
            f"{ENDS} MATCH p = allShortestPaths((a)-[*..4]-(k)) RETURN size(relationships(p)) AS n",
        ),
        (
            f"{ENDS} MATCH shortestPath((a)-[`r`:ADOPTS]->(k)) RETURN type(r) AS t",
            f"{ENDS} MATCH p = shortestPath((a)-[:ADOPTS]->(k)) "
            "RETURN type(relationships(p)[0]) AS t",
        ),
        (
            f"{ENDS} OPTIONAL MATCH (x:Model), p = shortestPath((a)-[rs:BUILDS|ADOPTS*..4]-(k)) "
            "RETURN x.id, size(rs) AS n",
            f"{ENDS} MATCH p = (a)-[rs:BUILDS|ADOPTS*..4]-(k) RETURN size(rs) AS n",
        ),
        (
            f"{ENDS} CALL (*) {{ MATCH p = shortestPath((a)-[rs*..4]-(k)) RETURN rs }} RETURN rs",
            f"{ENDS} CALL (*) {{ MATCH p = shortestPath((a)-[*..4]-(k)) RETURN p }} "
            "RETURN relationships(p) AS rs",
        ),
    ],
    7: [
        (
            "MATCH (n) WITH n ORDER BY n.id SKIP 1 WHERE n.id > 'c0' RETURN n.id",
            "MATCH (n) WITH n ORDER BY n.id SKIP 1 WITH n WHERE n.id > 'c0' RETURN n.id",
        ),
        (
            "MATCH (n) WITH n ORDER BY n.id OFFSET 1 LIMIT 2 WHERE n.id > 'c1' RETURN n.id",
            "MATCH (n) WITH n ORDER BY n.id OFFSET 1 LIMIT 2 WITH * WHERE n.id > 'c1' RETURN n.id",
        ),
        (
            "MATCH (n) WITH n.kind AS kind, count(*) AS many ORDER BY many LIMIT 3 "
            "WHERE many > 1 RETURN kind",
            "MATCH (n) WITH n.kind AS kind, count(*) AS many WHERE many > 1 "
            "RETURN kind ORDER BY many LIMIT 3",
        ),
        (
            "MATCH (n) WITH * ORDER BY n.id LIMIT $k WHERE NOT n.open RETURN n.id",
            "MATCH (n) WITH DISTINCT n ORDER BY n.id WHERE NOT n.open RETURN n.id LIMIT $k",
        ),
        (
            "CALL { MATCH (n) WITH n ORDER BY n.id LIMIT 2 WHERE n.x > 1 RETURN n } RETURN n.id",
            "CALL { MATCH (n) RETURN n ORDER BY n.id LIMIT 2 } WITH n WHERE n.x > 1 RETURN n.id",
        ),
    ],
    8: [
        (
            "MATCH (a) RETURN [p = (a)-[:BUILDS]->(b) WHERE length(p) = 1 | b.id] AS ids",
            "MATCH (a) RETURN [(a)-[:BUILDS]->(b) WHERE b.id <> 'x' | b.id] AS ids",
        ),
        (
            "MATCH (a) WHERE size([`p` = (a)-->(b) WHERE a IN nodes(`p`) | b]) > 1 RETURN a.id",
            "MATCH (a) WHERE size([(a)-->(b) WHERE b.id <> 'x' | b]) > 1 RETURN a.id",
        ),
        (
            "MATCH (a) RETURN {ways: [p=(a)-[*1..2]->() | length(p)]} AS ways",
            "MATCH (a) RETURN {ways: COLLECT { MATCH p=(a)-[*1..2]->() RETURN length(p) }} AS ways",
        ),
        (
            "MATCH (a) WITH a, [x IN [1] | [p=(a)-->(b) WHERE length(p) = x | b.id]] AS ids "
            "RETURN ids",
            "MATCH (a) WITH a, [x IN [1] | [(a)-->(b) WHERE b.n = x | b.id]] AS ids RETURN ids",
        ),
    ],
    9: [
        (
            "CALL { MATCH (:Company)-[*1..2]->(n) RETURN n UNION MATCH (n:Model) RETURN n } "
            "RETURN n.id",
            "CALL { MATCH (:Company)-[*1..2]->(n) RETURN n UNION MATCH (n:Model) RETURN n } "
            "WITH DISTINCT n RETURN n.id",
        ),
        (
            "MATCH (c:Company) CALL (c) { MATCH (c)-[:BUILDS]->(n) RETURN n AS x "
            "UNION DISTINCT MATCH (c)-[*1..2]->(n) RETURN n AS x } RETURN count(x) AS n",
            "MATCH (c:Company) CALL (c) { MATCH (c)-[:BUILDS]->(n) RETURN n.id AS x "
            "UNION DISTINCT MATCH (c)-[*1..2]->(n) RETURN n.id AS x } RETURN count(x) AS n",
        ),
        (
            "MATCH (c:Company) RETURN COUNT { MATCH (c)-[*1..2]->(n) RETURN n "
            "UNION MATCH (c)-[:BUILDS]->(n) RETURN n } AS n",
            "MATCH (c:Company) RETURN COUNT { MATCH (c)-[*1..2]->(n) RETURN n.id AS id "
            "UNION MATCH (c)-[:BUILDS]->(n) RETURN n.id AS id } AS n",
        ),
        (
            "CALL { MATCH (:Company)-[*1..2]->(n) RETURN {a: [n]} AS m "
            "UNION MATCH (n:Model) RETURN {a: [n]} AS m } RETURN size(m.a) AS n",
            "CALL { MATCH (:Company)-[*1..2]->(n) RETURN {a: n.id} AS m "
            "UNION MATCH (n:Model) RETURN {a: n.id} AS m } RETURN m.a AS n",
        ),
        (
            "MATCH (c:Company) RETURN size(COLLECT { MATCH (c)-[*1..2]->(n) WITH n AS m RETURN m "
            "UNION MATCH (c)-[:BUILDS]->(m) RETURN m }) AS n",
            "CALL { MATCH (:Company)-[*1..2]->(n) RETURN n UNION ALL MATCH (n:Model) RETURN n } "
            "RETURN count(DISTINCT n) AS n",
        ),
    ],
    "order": [
        (
            "MATCH (a)-[r:BUILDS]->(b) WITH b ORDER BY r.key DESC LIMIT 2 RETURN b.id",
            "MATCH (a)-[r:BUILDS]->(b) WITH b, r ORDER BY r.key DESC LIMIT 2 RETURN b.id",
        ),
        (
            "MATCH (a)-[r]->(b) WITH a, b ORDER BY b.id, type(r) LIMIT 1 RETURN a.id",
            "MATCH (a)-[r]->(b) RETURN a.id ORDER BY b.id, type(r), a.id LIMIT 1",
        ),
    ],
    "repeated": [
        (
            "MATCH (a:Company)-[r WHERE r.certainty = 'low']->{1,2}(b) RETURN b.id",
            "MATCH p = (a:Company)-[]->{1,2}(b) "
            "WHERE all(r IN relationships(p) WHERE r.certainty = 'low') RETURN b.id",
        ),
    ],
    "condition": [
        (
            "MATCH (n) WHERE (NOT (n)-->()) = true RETURN n.id",
            "MATCH (n) WHERE (NOT EXISTS { (n)-->() }) = true RETURN n.id",
        ),
        (
            "MATCH (n) WHERE size([x IN [1] WHERE (n)-->()]) = 1 RETURN n.id",
            "MATCH (n) WHERE NOT ((n)-->() OR n.open) AND (n)<--() RETURN n.id",
        ),
        (
            "MATCH (n) RETURN n.id, (n)-->() AS leads",
            "MATCH (n) RETURN n.id, exists((n)-->()) AS leads",
        ),
    ],
    "twice": [
        (
            "MATCH (a) RETURN [(a)-->(x)--(y)-->(x) | x.id] AS ids",
            "MATCH (a) RETURN COLLECT { MATCH (a)-->(x)--(y)-->(x) RETURN x.id } AS ids",
        ),
        (
            "MATCH (a)-[r]->(b) RETURN [(b)-[r]-(x) | x.id] AS ids",
            "MATCH (a)-[r]->(b) RETURN COLLECT { MATCH (b)-[r]-(x) RETURN x.id } AS ids",
        ),
    ],
    "count": [
        (
            "MATCH (a:Company) OPTIONAL MATCH (a)-[:BUILDS]->(m:Model) WITH a, count(m) AS n "
            "RETURN a.id, n",
            "MATCH (a:Company) OPTIONAL MATCH (a)-[:BUILDS]->(m:Model) WITH a, count(m.id) AS n "
            "RETURN a.id, n",
        ),
        (
            "MATCH (a:Company) OPTIONAL MATCH (a)-[:BUILDS]->(m) WHERE m:Model "
            "WITH a AS maker, count(m) AS n RETURN maker.id, n",
            "MATCH (a:Company) OPTIONAL MATCH (a)-[:BUILDS]->(m:Model) RETURN a.id, count(m) AS n",
        ),
        (
            "MATCH (a:Company) OPTIONAL MATCH (a)-[:BUILDS]->(b:Product) "
            "OPTIONAL MATCH (b)-[:APPLIES]->(c) WITH a, count(c) AS n RETURN a.id, n",
            "MATCH (a:Company) OPTIONAL MATCH (a)-[:BUILDS]->(b) "
            "OPTIONAL MATCH (b)-[:APPLIES]->(c) WITH a, count(c) AS n RETURN a.id, n",
        ),
        (
            "MATCH (a:Company)-[r:BUILDS WHERE r.certainty = 'low']->(b) RETURN a.id, count(*)",
            "MATCH (a:Company)-[r:BUILDS]->(b) WHERE r.certainty = 'low' RETURN a.id, count(*)",
        ),
        (
            "MATCH (a:Company)-[:!BUILDS]->(b) RETURN a.id, count(b) AS n",
            "MATCH (a:Company)-[:ADOPTS|APPLIES]->(b) RETURN a.id, count(b) AS n",
        ),
        (
            "MATCH (a)-[:BUILDS]->(b) CALL (a) { UNWIND [1, 2] AS x RETURN x } "
            "RETURN a.id, count(b) AS n",
            "MATCH (a)-[:BUILDS]->(b) CALL (a) { UNWIND [1, 2] AS x RETURN x } "
            "RETURN a.id, count(x) AS n, count(DISTINCT b) AS different",
        ),
    ],
    "ends": [
        (
            "MATCH (a:Company), (b) MATCH p = shortestPath((a)-[*..4]-(b:Model)) RETURN b.id",
            "MATCH (a:Company) MATCH p = shortestPath((a)-[*..4]-(b:Model)) RETURN b.id",
        ),
        (
            "MATCH (a:Company), (b) MATCH p = shortestPath((a)-[*..4]-(b)) WHERE b:Model RETURN b",
            "MATCH (a:Company), (b) WHERE b:Model MATCH p = shortestPath((a)-[*..4]-(b)) RETURN b",
        ),
        (
            "MATCH (a:Company), (b), p = shortestPath((a)-[*..4]-(b {open: true})) RETURN b.id",
            "MATCH (a:Company), (b), p = shortestPath((a)-[*..4]-(b)) WHERE b.open RETURN b.id",
        ),
    ],
    "loop": [
        (
            "MATCH (n)-[r]->(n) RETURN n.id, count(*) AS times",
            "MATCH (n)-[r]->(m) WHERE n = m RETURN n.id, count(*) AS times",
        ),
    ],
    "duration": [
        (
            "WITH duration('P1D') AS d RETURN d < duration('P2D') AS less",
            "WITH duration('P1D') AS d RETURN date('2024-01-01') + d < date('2024-01-03') AS less",
        ),
        (
            "MATCH (n) WHERE duration.between(n.a, n.b) > duration({days: 3}) RETURN n.id",
            "MATCH (n) WHERE duration.between(n.a, n.b).days > 3 RETURN n.id",
        ),
    ],
    "toInteger": [('RETURN toInteger(" 3") AS n', "RETURN toInteger(trim($n)) AS n")],
}

SAFE = [
    "MATCH (n) RETURN n.id AS `{certainty: r.certainty}`, '[p=(a)-->(b) | p]' AS text",
    "// MATCH (n) WITH n LIMIT 2 WHERE n.id > 1\nMATCH (n) /* UNWIND x AS y MATCH */ RETURN n.id",
    "MATCH (c:Company) WHERE c.name CONTAINS $x OR c.name_zh CONTAINS $x RETURN c.id",
    "MATCH (a)-[r:BUILDS]->(b) WHERE a.name CONTAINS $x OR toLower(b.name) CONTAINS $x RETURN b.id",
    "MATCH (a)-->(b)-->(c) WHERE a <> c AND NOT (a)-->(c) AND a.n + b.n > c.n RETURN c.id",
    "MATCH (a)-[r]-(b) WHERE startNode(r) = a AND type(r) IN ['BUILDS'] AND b:Model RETURN b.id",
    "UNWIND $names AS x MATCH (c:Company) WHERE x = c.name OR any(s IN c.aliases WHERE s = x) "
    "RETURN c.id",
    "MATCH (a:Company) OPTIONAL MATCH (a)-[:BUILDS]->(m) "
    "OPTIONAL MATCH (m)-[:APPLIES]->(t) RETURN a.id, collect(m.id) AS ms, count(t) AS n",
    "MATCH (a:Company) OPTIONAL MATCH (a)-[:BUILDS]->(m) WITH a, count(m) AS n WHERE n > 2 "
    "MATCH (a)-[:ADOPTS]->(t) RETURN a.id, n, t.id",
    "MATCH p = (a:Trend)-[:ENABLES*1..3]->(b:Trend) "
    "WHERE all(r IN relationships(p) WHERE r.certainty = 'stated') RETURN p LIMIT 5",
    "MATCH (a:Company)-[r]->(b) RETURN *",
    "MATCH (a)-[:ENABLES]->(b) RETURN a.id AS id UNION MATCH (a:Trend) RETURN a.id AS id",
    "MATCH p = SHORTEST 2 (a:Trend)-[:ENABLES]->+(b:Trend) RETURN length(p) AS hops",
    "MATCH (n:A&(B|!C)) WHERE n.at IS :: ZONED DATETIME NOT NULL AND n:%  RETURN n{.*, x: 1} AS n",
    "MATCH (n) RETURN CASE n.x WHEN < 1, IS NULL THEN 'a' WHEN 3 THEN 'b' ELSE 'c' END AS kind",
    "MATCH p = (n)-->() RETURN [x IN nodes(p) WHERE x:A|B | x.id] AS ids, n.list[1..-1], -n.x^2",
    "MATCH (count) WHERE count.end = 1 RETURN count.order AS `order`, $`a b`, $1, .5, 1e3, 0x1F",
    "MATCH (a), (b) WHERE a.x<-1 OR (a.x)-(b.x) <= -1 OR (a.x) - [1][0] = 2 RETURN a.x",
    "PROFILE MATCH (n) RETURN n.id;",
]
"""Phrasings without any shape, some of them only alike in letters, some hard to read."""

UNREADABLE = [
    ("MATCH (n RETURN n", 1, 10),
    ("MATCH (n)\nWHERE RETURN n", 2, 7),
    ("MATCH (n) RETURN n.", 1, 20),
    ("MATCH (n) RETRN n", 1, 11),
    ("MATCH (n)-[r->(m) RETURN n", 1, 13),
    ("RETURN 'abc", 1, 8),
    ("RETURN 1 /* open", 1, 10),
    ("RETURN [1, 2", 1, 13),
    ("", 1, 1),
    ("RETURN 1 RETURN", 1, 16),
    ("MATCH (n) RETURN n LIMIT", 1, 25),
    ("MATCH (n) WHERE n.x != 1 RETURN n", 1, 21),
    ("RETURN '\\u0027' AS x", 1, 8),
    ("RETURN 1 // \\u000aCREATE (n)", 1, 9),
    ("MATCH (n:$($label)) RETURN n", 1, 10),
    ("RETURN " + "(" * 300 + "1" + ")" * 300, 1, 48),
    ("MATCH (n) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS RETURN x", 1, 38),
    ("CYPHER 5 MATCH (n) RETURN n", 1, 1),
    ("FOR x IN [1] RETURN x", 1, 1),
]
"""Text that is refused as it stands, with the line and the column that are named."""

READS = [
    "MATCH (n) RETURN n",
    "MATCH (created) RETURN created.set AS `delete` // CREATE (n)",
    "MATCH (n {text: 'SET n.x = 1'}) WITH n /* MERGE (m) */ RETURN n",
    "CALL { MATCH (n) RETURN n UNION ALL MATCH (n) RETURN n } RETURN n",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.relationshipTypes",
    "CALL db.`propertyKeys`() YIELD *",
    "CALL db.schema.nodeTypeProperties() YIELD nodeType WHERE nodeType <> '' RETURN nodeType",
    "EXPLAIN MATCH (n) RETURN n",
    "SHOW INDEXES YIELD name, type WHERE type = 'RANGE'",
    "MATCH (n) FINISH",
]

WRITES = [
    "CREATE (n)",
    "MATCH (n) SET n.x = 1, n += {y: 2}, n:Label RETURN n",
    "MATCH (n) REMOVE n.x, n:Label",
    "MATCH (n) DELETE n",
    "match (n) detach delete n",
    "MERGE (n:A {id: 1}) ON CREATE SET n.x = 1 ON MATCH SET n.y = 2",
    "FOREACH (x IN [1] | CREATE (:A {id: x}))",
    "LOAD CSV WITH HEADERS FROM 'file:///x.csv' AS row RETURN row",
    "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n",
    "CALL { MATCH (n) CALL (n) { CREATE (:A) } RETURN n } RETURN n",
    "UNWIND [1] AS x CALL (x) { MERGE (n:A {id: x}) RETURN n UNION MATCH (n) RETURN n } RETURN n",
    "PROFILE CREATE (n)",
    "CREATE CONSTRAINT a IF NOT EXISTS FOR (n:A) REQUIRE n.id IS UNIQUE",
    "CREATE RANGE INDEX a FOR (n:A) ON (n.id)",
    "CREATE OR REPLACE DATABASE x",
    "DROP INDEX a",
    "SHOW TRANSACTIONS YIELD transactionId TERMINATE TRANSACTIONS transactionId",
    "USE other MATCH (n) RETURN n",
    "CALL apoc.create.node(['A'], {}) YIELD node RETURN node",
    "CALL db.createLabel('A')",
    "CALL dbms.killQuery('1')",
    "MATCH (n) RETURN 1; CREATE (m)",
    "INSERT (n:A)",
    "MATCH (n RETURN n",
    "RETURN 1 // \\u000a CREATE (n)",
    "",
]
