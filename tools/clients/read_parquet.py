"""Reads a Parquet file with pandas (by pyarrow) and with DuckDB, for a test that compares their cells with the service's answer.

Prints JSON: for each reader the rows and the types of the columns. Argument: the file."""
import datetime
import json
import math
import sys

import duckdb
import pandas


def plain(value):
    if value is None or value is pandas.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    value = value.item() if hasattr(value, "item") else value
    return value.isoformat() if isinstance(value, datetime.date) else value


def tell(names, types, rows):
    return {"types": dict(zip(names, types)), "rows": [dict(zip(names, map(plain, row))) for row in rows]}


path = sys.argv[1]
frame = pandas.read_parquet(path, engine="pyarrow", dtype_backend="numpy_nullable")
found = duckdb.connect().execute("SELECT * FROM read_parquet(?)", [path])
names = [name for name, *_ in found.description]
types = [str(kind) for _, kind, *_ in found.description]
told = {
    "pandas": tell(list(frame.columns), map(str, frame.dtypes), frame.itertuples(index=False, name=None)),
    "DuckDB": tell(names, types, found.fetchall()),
}
print(json.dumps(told, ensure_ascii=False))
