"""Reads a flow with opensdmx as it is. Arguments: address, flow."""
import sys
import warnings

warnings.simplefilter("ignore")
import opensdmx
from common import tell

base, flow = sys.argv[1:3]
opensdmx.set_provider(f"{base}/v1", agency_id="RAPPORTEUR")
flows = opensdmx.all_available()
assert flow in flows["df_id"].to_list(), flows
dataset = opensdmx.load_dataset(flow)
codes = opensdmx.get_dimension_values(dataset, "REF_AREA")
assert "SV" in codes["id"].to_list(), codes
tell(opensdmx.get_data(dataset).to_dicts())
