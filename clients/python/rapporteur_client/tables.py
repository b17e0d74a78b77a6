"""A function for each table. Made by tools/clients/generate.mjs from the OpenAPI document of the service: do not edit."""
from ._read import read_table

__all__ = [
    "trends", "panels", "rates", "sdg_16_2_2", "shares", "observations", "findings", "rounds", "inconsistencies",
    "revisions", "differences", "discrepancies", "availability", "collections", "respondents", "regions",
    "indicators", "topics",
]


def trends(*, respondent=None, indicator=None, collection=None, breakdown=None, from_=None, to=None, as_of=None, at=None, lang=None, url=None, key=None):
    """Trend tables: yearly figures, spans, changes, directions, same-year ratios.

    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    indicator: Indicator codes (/v1/indicators), joined by commas
    collection: Collections, joined by commas, each of 80 characters at most
    breakdown: Kinds of breakdowns, by semicolons: _T is the total, sex every part by sex alone, "age:child,sex"
    children by sex
    from_: A year; spans and undated figures are given whatever the years
    to: A year; spans and undated figures are given whatever the years
    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/trends", url=url, key=key, **{"respondent": respondent, "indicator": indicator, "collection": collection, "breakdown": breakdown, "from": from_, "to": to, "asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def panels(*, indicator, collection, from_, to, region=None, respondent=None, breakdown=None, per=None, as_of=None, at=None, lang=None, url=None, key=None):
    """Constant panels: yearly sums of a region or a list, over those who have every year.

    indicator: The code of the indicator
    collection: Figures of two collections are never summed
    from_: First year. Who lacks one of the years is not summed in any
    to: Last year
    region: A region of the UN (M49), as 419; its areas are asked about. Or give "respondent"
    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    breakdown: What is summed: the total, or one breakdown as identifiers write it (sex:female)
    per: Also the rates of the sums, per so many people
    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/panels", url=url, key=key, **{"indicator": indicator, "collection": collection, "from": from_, "to": to, "region": region, "respondent": respondent, "breakdown": breakdown, "per": per, "asOf": as_of, "at": at, "lang": lang})


def rates(*, respondent=None, indicator=None, collection=None, breakdown=None, from_=None, to=None, per=None, as_of=None, at=None, lang=None, url=None, key=None):
    """Figures per 100,000 people, with exact intervals; or why there is no rate.

    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    indicator: Indicator codes (/v1/indicators), joined by commas
    collection: Collections, joined by commas, each of 80 characters at most
    breakdown: Kinds of breakdowns, by semicolons: _T is the total, sex every part by sex alone, "age:child,sex"
    children by sex
    from_: A year; spans and undated figures are given whatever the years
    to: A year; spans and undated figures are given whatever the years
    per: Per how many people
    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/rates", url=url, key=key, **{"respondent": respondent, "indicator": indicator, "collection": collection, "breakdown": breakdown, "from": from_, "to": to, "per": per, "asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def sdg_16_2_2(*, respondent=None, collection=None, from_=None, to=None, as_of=None, at=None, lang=None, url=None, key=None):
    """SDG 16.2.2: detected victims of trafficking in persons per 100,000 people, by sex, age and form.

    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    collection: Collections, joined by commas, each of 80 characters at most
    from_: A year; spans and undated figures are given whatever the years
    to: A year; spans and undated figures are given whatever the years
    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/tables/sdg-16-2-2", url=url, key=key, **{"respondent": respondent, "collection": collection, "from": from_, "to": to, "asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def shares(*, indicator, breakdown, respondent=None, region=None, collection=None, from_=None, to=None, together=None, as_of=None, at=None, lang=None, url=None, key=None):
    """A part of its total in the same year, with exact intervals; or why there is no share.

    indicator: Indicator codes (/v1/indicators), joined by commas
    breakdown: The part, as identifiers write it: form-of-exploitation:forced-labour
    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    region: A region of the UN (M49), as 419; its areas are asked about. Or give "respondent"
    collection: Collections; a sum takes one
    from_: First year; a sum needs it
    to: Last year; a sum needs it
    together: Of respondents: the share of their sums, as of a region; it takes one collection and the years
    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/shares", url=url, key=key, **{"indicator": indicator, "breakdown": breakdown, "respondent": respondent, "region": region, "collection": collection, "from": from_, "to": to, "together": together, "asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def observations(*, respondent=None, indicator=None, collection=None, from_=None, to=None, as_of=None, at=None, lang=None, url=None, key=None):
    """Figures, each with reply, paragraph and event.

    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    indicator: Indicator codes (/v1/indicators), joined by commas
    collection: Collections, joined by commas, each of 80 characters at most
    from_: A year; spans and undated figures are given whatever the years
    to: A year; spans and undated figures are given whatever the years
    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/observations", url=url, key=key, **{"respondent": respondent, "indicator": indicator, "collection": collection, "from": from_, "to": to, "asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def findings(*, topic=None, respondent=None, collection=None, as_of=None, at=None, lang=None, url=None, key=None):
    """Findings: who reports what, with paragraph and footnote.

    topic: Topic codes (/v1/topics), joined by commas
    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    collection: Collections, joined by commas, each of 80 characters at most
    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/findings", url=url, key=key, **{"topic": topic, "respondent": respondent, "collection": collection, "asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def rounds(*, as_of=None, at=None, lang=None, url=None, key=None):
    """Rounds, with how many were listed and replied.

    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/rounds", url=url, key=key, **{"asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def inconsistencies(*, respondent=None, collection=None, as_of=None, at=None, lang=None, url=None, key=None):
    """What does not fit together: lists against replies, parts against wholes, figures given twice.

    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    collection: Collections, joined by commas, each of 80 characters at most
    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/inconsistencies", url=url, key=key, **{"respondent": respondent, "collection": collection, "asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def revisions(*, from_, to, collection=None, respondent=None, indicator=None, at=None, lang=None, url=None, key=None):
    """What changed between two days, cell by cell: revised, added, withdrawn, with both values.

    from_: The earlier vintage: what had been received by this day
    to: The later vintage
    collection: Collections, joined by commas, each of 80 characters at most
    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    indicator: Indicator codes (/v1/indicators), joined by commas
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/revisions", url=url, key=key, **{"from": from_, "to": to, "collection": collection, "respondent": respondent, "indicator": indicator, "at": at, "lang": lang, "limit": "all"})


def differences(*, collection, from_, to, respondent=None, indicator=None, as_of=None, at=None, lang=None, url=None, key=None):
    """What two publications of one collection say differently: added, revised, withdrawn, the largest first.

    collection: see /docs
    from_: The round of the earlier publication
    to: The round of the later publication
    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    indicator: Indicator codes (/v1/indicators), joined by commas
    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/differences", url=url, key=key, **{"collection": collection, "from": from_, "to": to, "respondent": respondent, "indicator": indicator, "asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def discrepancies(*, respondent=None, indicator=None, as_of=None, at=None, lang=None, url=None, key=None):
    """Where two collections give different figures for the same thing: side by side, never merged.

    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    indicator: Indicator codes (/v1/indicators), joined by commas
    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/discrepancies", url=url, key=key, **{"respondent": respondent, "indicator": indicator, "asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def availability(*, respondent=None, indicator=None, collection=None, breakdown=None, as_of=None, at=None, lang=None, url=None, key=None):
    """What there is: series and figures of each respondent, indicator and kind of breakdown.

    respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
    areas
    indicator: Indicator codes (/v1/indicators), joined by commas
    collection: Collections, joined by commas, each of 80 characters at most
    breakdown: Kinds of breakdowns, by semicolons: _T is the total, sex every part by sex alone, "age:child,sex"
    children by sex
    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/availability", url=url, key=key, **{"respondent": respondent, "indicator": indicator, "collection": collection, "breakdown": breakdown, "asOf": as_of, "at": at, "lang": lang})


def collections(*, as_of=None, at=None, lang=None, url=None, key=None):
    """Collections that have a round, with their names.

    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/collections", url=url, key=key, **{"asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def respondents(*, as_of=None, at=None, lang=None, url=None, key=None):
    """Respondents: areas and organisations, and in which rounds each has a reply.

    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/respondents", url=url, key=key, **{"asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def regions(*, as_of=None, at=None, lang=None, url=None, key=None):
    """Regions of the UN (M49): where each lies, and its areas.

    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/regions", url=url, key=key, **{"asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def indicators(*, as_of=None, at=None, lang=None, url=None, key=None):
    """Indicators with counting unit and definition.

    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/indicators", url=url, key=key, **{"asOf": as_of, "at": at, "lang": lang, "limit": "all"})


def topics(*, as_of=None, at=None, lang=None, url=None, key=None):
    """Topics of findings, with theme and definition.

    as_of: Only what had been received by this day
    at: Only what had been recorded by this position
    lang: Language of names; Accept-Language when absent
    """
    return read_table("/v1/topics", url=url, key=key, **{"asOf": as_of, "at": at, "lang": lang, "limit": "all"})
