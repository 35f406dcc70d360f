# The same workload in native DuckDB: prints milliseconds of each run as JSON. `python3 benches/in_duckdb.py codes.bin rows runs`; needs duckdb and numpy.
import json, sys, time
import duckdb, numpy

codes, rows, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
columns = numpy.fromfile(codes, dtype=numpy.uint8).reshape(-1, rows)
scores = [f"c{at}" for at in range(len(columns) - 1)]
base = duckdb.connect()
table = {name: column for name, column in zip(scores + ["segment"], columns)}
base.register("codes", __import__("pandas").DataFrame(table))
missing = ", ".join(f"CASE WHEN {name} = 0 THEN NULL ELSE CAST({name} AS INTEGER) - 1 END AS {name}" for name in scores)
base.execute(f"CREATE TABLE answers AS SELECT {missing}, segment FROM codes")
alone = ", ".join(f"count({x}), avg({x}), stddev_samp({x}), avg(CAST({x} >= 3 AS INTEGER))" for x in scores)
pairs = ", ".join(f"corr({x}, {y})" for at, x in enumerate(scores) for y in scores[at + 1 :])
times = []
for _ in range(runs):
    start = time.perf_counter()
    base.execute(f"SELECT segment, {alone} FROM answers GROUP BY segment").fetchall()
    base.execute(f"SELECT {pairs} FROM answers").fetchall()
    times.append(round((time.perf_counter() - start) * 1000, 3))
print(json.dumps({"times": times}))
