"""What the scripts share: they print what a client read, for a test that compares it with the service's own answer."""
import json
import math


def tell(rows):
    """Prints rows (dictionaries) as JSON; what a client calls missing is null."""

    def plain(value):
        if value is None or (isinstance(value, float) and math.isnan(value)) or value in ("", "NaN", "nan", "<NA>"):
            return None
        return str(value)

    print(json.dumps([{str(name): plain(value) for name, value in row.items()} for row in rows]))
