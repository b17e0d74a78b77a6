"""The yearly table, and S of Mann and Kendall, by DuckDB's SQL alone; p would need a distribution that it does not have."""
import sys

import duckdb

from common import serve

base = duckdb.connect()
base.execute(f"CREATE TABLE figures AS SELECT * FROM read_csv('{sys.argv[1]}')")

table = """
WITH before AS (
  SELECT *, lag(year) OVER w AS last_year, lag(value) OVER w AS last_value, first_value(value) OVER w AS first
  FROM figures WINDOW w AS (PARTITION BY series ORDER BY year)
)
SELECT series, year, value, CASE WHEN year = last_year + 1 THEN value - last_value END AS change,
  CASE WHEN year = last_year + 1 THEN 100 * (value - last_value) / nullif(last_value, 0) END AS percentage,
  100 * value / nullif(first, 0) AS index
FROM before ORDER BY series, year"""
scores = """
WITH sizes AS (SELECT series, count(*) AS n FROM figures GROUP BY series HAVING count(*) >= 5)
SELECT series, any_value(n), sum(sign(b.value - a.value))::INT
FROM figures a JOIN figures b USING (series) JOIN sizes USING (series) WHERE b.year > a.year GROUP BY series"""


def trends():
    rows = base.execute(table).fetchall()
    found = base.execute(scores).fetchall()
    return {
        "changes": sum(row[3] is not None for row in rows),
        "trends": [[series, n, s, None, None] for series, n, s in found],
    }


serve(trends)
