"""The yearly table and the direction of each series, as an analyst has them from pandas and pymannkendall."""
import sys

import pandas
import pymannkendall

from common import serve

figures = pandas.read_csv(sys.argv[1])


def trends():
    frame = figures.sort_values(["series", "year"])
    by_series = frame.groupby("series", sort=False)
    step = by_series["year"].diff() == 1
    change = by_series["value"].diff().where(step)
    before = by_series["value"].shift().where(step)
    table = frame.assign(
        change=change,
        percentage=100 * change / before.where(before != 0),
        index=100 * frame["value"] / by_series["value"].transform("first"),
    )
    found = []
    for series, values in table.groupby("series", sort=False)["value"]:
        if len(values) < 5:
            continue
        test = pymannkendall.original_test(values.to_numpy())
        found.append([series, len(values), int(test.s), None, test.trend])
    return {"changes": int(table["change"].notna().sum()), "trends": found}


serve(trends)
