"""Reads a flow with sdmx1 as it is, by v1 or v2. Arguments: address, flow, v1 or v2."""
import sys
import warnings

warnings.simplefilter("ignore")
import sdmx
from common import tell
from sdmx.model import common as model

base, flow, api = sys.argv[1:4]
source = {"id": "RAPPORTEUR", "url": f"{base}/{api}", "name": "Rapporteur"}
headers = {}
if api == "v2":
    source["versions"] = ["3.0.0"]
    headers = {
        "structure": {"Accept": "application/vnd.sdmx.structure+xml;version=3.0.0"},
        "data": {"Accept": "application/vnd.sdmx.data+xml;version=3.0.0"},
    }
sdmx.add_source(source, override=True)
client = sdmx.Client("RAPPORTEUR")
flows = client.dataflow(headers=headers.get("structure", {}))
assert flow in {str(one.id) for one in flows.dataflow.values()}, flows.dataflow
structures = client.dataflow(flow, params={"references": "all"}, headers=headers.get("structure", {}))
structure = structures.structure[flow]
assert [one.id for one in structure.dimensions][:1], structure


def rows(message):
    for data in message.data:
        for one in data.obs:
            row = {value.id: value.value for value in one.key.values.values()}
            row["OBS_VALUE"] = one.value
            for name, value in one.attrib.items():
                row[name] = value.value
            for name, value in (one.series_key.attrib.items() if one.series_key else ()):
                row[name] = value.value
            yield {name: getattr(value, "id", value) for name, value in row.items()}


message = client.data(flow, headers=headers.get("data", {}))
found = list(rows(message))
frame = sdmx.to_pandas(message)
assert len(frame if hasattr(frame, "__len__") else []) > 0
if api == "v1":
    specific = list(rows(client.data(flow, dsd=structure)))
    assert len(specific) == len(found), (len(specific), len(found))
tell(found)
