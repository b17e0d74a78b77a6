"""Makes a second publication from UNODC's file: a quarter more rows, some 2,000 figures revised, some 3,000 gone.

Usage: second_publication.py UNODC.xlsx OUT.csv
The same file gives the same publication. What is added are the figures of every fourth row, told of years before all others.
"""
import csv
import sys

import openpyxl

source, out = sys.argv[1:]
rows = [
    ["" if cell is None else str(cell) for cell in row]
    for row in openpyxl.load_workbook(source, read_only=True).worksheets[0].iter_rows(values_only=True)
]
header = next(row for row in rows if row[0] == "Iso3_code")
year, value = header.index("Year"), header.index("txtVALUE")
figures = rows[rows.index(header) + 1 :]
span = max(int(row[year]) for row in figures) - min(int(row[year]) for row in figures) + 1


def revise(number):
    return str(int(number) + 3) if number.isdigit() else "6"


def second():
    for i, row in enumerate(figures):
        if i % 15 == 7:
            continue
        yield row[:value] + [revise(row[value])] + row[value + 1 :] if i % 23 == 11 else row
        if i % 13 in (0, 3, 6, 9):
            yield row[:year] + [str(int(row[year]) - span)] + row[year + 1 :]


with open(out, "w", newline="", encoding="utf-8") as file:
    csv.writer(file).writerows([header, *second()])
