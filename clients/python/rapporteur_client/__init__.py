"""The tables of Rapporteur as data frames.

    from rapporteur_client import trends
    trends(respondent="SV", indicator="persons-prosecuted", as_of="2008-01-24")

The address of the service is http://127.0.0.1:3000, or what the environment variable RAPPORTEUR_URL says, or `url=`.
A key, where reading takes one, is in RAPPORTEUR_KEY or `key=`.
"""
from ._read import RapporteurError, read_table
from .tables import *  # noqa: F403
from .tables import __all__ as _tables

__all__ = ["RapporteurError", "read_table", *_tables]
