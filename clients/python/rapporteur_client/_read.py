"""From an address of the service to a data frame."""
import io
import json
import os
import urllib.error
import urllib.parse
import urllib.request

import pandas

from ._columns import TEXTS


class RapporteurError(Exception):
    """The service refused what was asked, or does not answer. `problem` has what it said, where it said something."""

    def __init__(self, message, problem=None):
        super().__init__(message)
        self.problem = problem


def read_table(path, *, url=None, key=None, **parameters):
    """Reads a table whole.

    In: its path, such as "/v1/trends"; the address of the service; a key; the parameters of the table, of which a list
    is several values, and None is left out. Out: a data frame in which codes, periods and days are text and numbers are
    numbers; a column with ranges or several values ("3..7", "62 | 43") is text. Its `attrs` have `position`, at which the
    table was computed, and `address`, which with `at=` and that position gives the same for ever. Errors: RapporteurError.
    """
    base = (url or os.environ.get("RAPPORTEUR_URL") or "http://127.0.0.1:3000").rstrip("/")
    key = key or os.environ.get("RAPPORTEUR_KEY")
    asked = {name: _text(name, value) for name, value in parameters.items() if value is not None}
    address = f"{base}{path}?{urllib.parse.urlencode({**asked, 'format': 'csv'})}"
    headers = {"Accept": "text/csv", **({"Authorization": f"Bearer {key}"} if key else {})}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            body = answer.read()
            position = answer.headers.get("Rapporteur-Position")
    except urllib.error.HTTPError as error:
        raise _refused(error) from None
    except urllib.error.URLError as error:
        raise RapporteurError(f"{base} does not answer ({error.reason}): is it started? Give its address as url=") from None
    # An empty cell alone is missing: "NA" is Namibia.
    frame = pandas.read_csv(
        io.BytesIO(body),
        dtype={name: "string" for name in TEXTS},
        keep_default_na=False,
        na_values=[""],
        encoding="utf-8",
        low_memory=False,
    )
    frame.attrs.update(address=address, position=None if position is None else int(position))
    return frame


def _text(name, value):
    """Several values by commas; breakdowns by semicolons, since one may be a pair."""
    if isinstance(value, (list, tuple, set)):
        return (";" if name == "breakdown" else ",").join(str(one) for one in value)
    return str(value)


def _refused(error):
    text = error.read().decode("utf-8", "replace")
    try:
        problem = json.loads(text)
    except ValueError:
        return RapporteurError(f"{error.code} {error.reason}")
    said = [problem.get("title"), problem.get("detail"), *(one.get("message") for one in problem.get("problems") or [])]
    return RapporteurError(". ".join(one for one in said if one), problem)
