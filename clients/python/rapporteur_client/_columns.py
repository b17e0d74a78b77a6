"""The columns that hold text, in whichever table they are. Made by tools/clients/generate.mjs from the OpenAPI document of the service: do not edit."""
TEXTS = [
    "id", "code", "name", "kind", "rounds", "collection", "round", "respondent", "respondent_name", "region",
    "region_name", "indicator", "indicator_name", "topic", "topic_name", "theme", "definition", "detail", "unit",
    "breakdown", "period", "period_from", "period_to", "time", "qualifier", "obs_status", "conf_status",
    "direction", "reason", "years_used", "comparison", "before", "after", "before_qualifier", "after_qualifier",
    "respondents", "missing", "missing_reasons", "population_breakdown", "population_round", "no_rate",
    "series_code", "ref_area", "sex", "age", "unit_measure", "no_share", "refused", "total_id", "message",
    "paragraphs", "note", "as_written", "document", "quote", "document_region", "received_on", "received_precision",
    "events", "title", "mandate", "symbol", "note_verbale_on", "reply_by", "cut_off", "language", "status",
    "themes", "parent", "areas", "dimensions",
]
