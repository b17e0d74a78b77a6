"""Reading UNODC's file into a table, by DuckDB's reader of Excel files."""
import sys
from pathlib import Path

import duckdb
import duckdb_extension_excel

from common import serve

extensions = Path(duckdb_extension_excel.__file__).parent / "extensions"
base = duckdb.connect()
base.execute(f"LOAD '{extensions}/v{duckdb.__version__}/excel.duckdb_extension'")


def read():
    # Above the header stand two rows of fewer columns, by which it would take the width of the table.
    base.execute(
        f"""CREATE OR REPLACE TABLE file AS
        SELECT * FROM read_xlsx('{sys.argv[1]}', range='A3:M1000000', header=true, all_varchar=true, stop_at_empty=true)"""
    )
    year = base.execute("DESCRIBE file").fetchall()[9][0]
    found = base.execute(f"""SELECT count(*) FROM file WHERE regexp_full_match("{year}", '\\d{{4}}')""")
    return {"rows": found.fetchone()[0]}


serve(read)
