"""Reads a flow with pandaSDMX as it is. Arguments: address, flow."""
import sys
import warnings

warnings.simplefilter("ignore")
import pandasdmx
from common import tell

base, flow = sys.argv[1:3]
pandasdmx.add_source({"id": "RAPPORTEUR", "url": f"{base}/v1", "name": "Rapporteur"})
service = pandasdmx.Request("RAPPORTEUR")
assert flow in service.dataflow().dataflow
structure = service.dataflow(flow).structure[flow]
message = service.data(flow)
rows = []
for data in message.data:
    for one in data.obs:
        row = {name: value.value for name, value in one.key.values.items()}
        row["OBS_VALUE"] = one.value
        for name, value in one.attrib.items():
            row[name] = value.value
        for name, value in (one.series_key.attrib.items() if one.series_key else ()):
            row[name] = value.value
        rows.append(row)
assert len(pandasdmx.to_pandas(message)) > 0
tell(rows)
