"""Reads the entity sets with python-odata as it is, and prints what it found as JSON, for a test that compares every cell.

Arguments: the address of the service, and how many rows a page has."""
import json
import sys

from odata import ODataService

service = ODataService(
    sys.argv[1],
    reflect_entities=True,
    quiet_progress=True,
    extra_headers={"Prefer": f"odata.maxpagesize={sys.argv[2]}"},
)


def rows(name):
    entity = service.entities[name]
    names = [prop["name"] for prop in entity.__odata_schema__["properties"]]
    return [{one: getattr(row, one) for one in names} for row in service.query(entity)]


figures = service.entities["Observations"]
query = service.query(figures)
chosen = (
    query.filter(figures.respondent == "SV")
    .filter(figures.collection == "ecosoc-2006-27")
    .filter((figures.received_on >= "2008-01-01") & (figures.event > 0))
    .filter(figures.indicator.startswith("persons-"))
    .order_by(figures.period.desc())
    .order_by(figures.indicator.asc())
)
told = {
    "sets": {name: rows(name) for name in service.entities},
    "chosen": [(row.indicator, row.period, row.value) for row in chosen],
    "selected": chosen.select(figures.period, figures.value).limit(3).all(),
    "count": query.filter(figures.respondent == "SV").count(),
    "one": query.get("ecosoc-2006-27~SV~persons-prosecuted~_T~2006").value,
    "raw": query.raw({"$filter": "collection eq 'ecosoc-2006-27' and value gt 100 and not (qualifier eq 'exact')", "$select": "id,value"}),
}
try:
    query.raw({"$filter": "value gt"})
except Exception as error:  # what the client makes of a refusal
    told["refused"] = str(error)
print(json.dumps(told))
