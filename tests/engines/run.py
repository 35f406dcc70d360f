"""Runs queries in a real database, as a JSON text on standard input says, and writes their rows and how long each took.

{ "engine": "duckdb" | "spark", "jobs": [{ "csv": path of the answers, "multiLine": whether its cells have lines, "table": name, "types": SQL types by column, "parquet": where to
write them, "settings": the engine's, "query": text }] }
"""
import csv
import json
import sys
import time

NAMES = ["fingerprint", "segment_column", "segment_code", "numbers"]


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def duckdb_runner():
    import duckdb

    connection = duckdb.connect()

    def run(job):
        if job.get("csv"):
            # What stands in these cells must not decide how they are read.
            with open(job["csv"], encoding="utf-8", newline="") as file:
                names = next(csv.reader(file))
            texts = ", ".join(f"'{name.replace(chr(39), chr(39) * 2)}': 'VARCHAR'" for name in names)
            read = f"read_csv($1, auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', new_line = '\\r\\n', columns = {{{texts}}})"
            types = job.get("types")
            cells = ", ".join(f"CAST({quoted(name)} AS {kind}) AS {quoted(name)}" for name, kind in types.items()) if types else "*"
            connection.execute(f"CREATE TABLE {quoted(job['table'])} AS SELECT {cells} FROM {read}", [job["csv"]])
        if job.get("parquet"):
            connection.execute(f"COPY {quoted(job['table'])} TO '{job['parquet']}' (FORMAT parquet, ROW_GROUP_SIZE 100000)")
        began = time.time()
        return [dict(zip(NAMES, row)) for row in connection.execute(job["query"]).fetchall()], time.time() - began

    return run


def spark_runner():
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[2]").appName("answers")
    for key, value in {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "2g",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }.items():
        session = session.config(key, value)
    spark = session.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")

    def run(job):
        for key, value in job.get("settings", {}).items():
            spark.conf.set(key, value)
        if job.get("csv"):
            table = spark.read.csv(job["csv"], header=True, escape='"', multiLine=job.get("multiLine", False))
            # Spark puts its settings into the name of a view too, unless it is told not to.
            spark.conf.set("spark.sql.variable.substitute", "false")
            table.createOrReplaceTempView("`" + job["table"].replace("`", "``") + "`")
            spark.conf.set("spark.sql.variable.substitute", "true")
        began = time.time()
        return [row.asDict() for row in spark.sql(job["query"]).collect()], time.time() - began

    return run


work = json.load(sys.stdin)
run = {"duckdb": duckdb_runner, "spark": spark_runner}[work["engine"]]()
results = []
for job in work["jobs"]:
    rows, seconds = run(job)
    results.append({"rows": rows, "seconds": seconds})
json.dump(results, sys.stdout)
