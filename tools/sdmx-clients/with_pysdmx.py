"""Reads a flow with pysdmx as it is: its connector, its data frames, and its client of registries. Arguments: address, flow."""
import sys
import warnings

warnings.simplefilter("ignore")
from common import tell
from pysdmx.api.dc.pd import PandasConnector
from pysdmx.api.dc.rest import SdmxConnector
from pysdmx.api.fmr import RegistryClient
from pysdmx.io.format import StructureFormat

base, flow = sys.argv[1:3]
urn = f"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=RAPPORTEUR:{flow}(1.0.0)"
connector = SdmxConnector(f"{base}/v2")
assert flow in {one.id for one in connector.dataflows()}
info = connector.dataflow(urn)
registry = RegistryClient(f"{base}/v2", StructureFormat.SDMX_JSON_2_0_0)
schema = registry.get_schema("dataflow", "RAPPORTEUR", flow, "1.0.0")
assert {one.id for one in schema.components} >= {"REF_AREA", "OBS_VALUE", "OBS_STATUS"}
assert any(code.id == "SV" and code.name == "El Salvador" for code in registry.get_codes("RAPPORTEUR", "CL_REF_AREA"))
rows = list(connector.data(urn))
assert info.obs_count == len(rows), (info.obs_count, len(rows))
some = list(connector.data(urn, "REF_AREA = 'SV'"))
assert [row for row in rows if row["REF_AREA"] == "SV"] == some and (some or flow != "FIGURES")
frame = PandasConnector(f"{base}/v2").data(urn)
assert len(frame) == len(rows)
tell(rows)
