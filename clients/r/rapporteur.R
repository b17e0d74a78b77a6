# The tables of Rapporteur as data frames, with R alone:
#
#   source("rapporteur.R")
#   trends(respondent = "SV", indicator = "persons-prosecuted", as_of = "2008-01-24")
#
# The address of the service is http://127.0.0.1:3000, or what the environment variable RAPPORTEUR_URL says, or url.
# A key, where reading takes one, is in RAPPORTEUR_KEY or key.

# Reads a table whole. In: its path, such as "/v1/trends"; its parameters, of which a vector is several values and NULL is
# left out; the address of the service; a key. Out: a data frame in which codes, periods and days are text and numbers are
# numbers; a column with ranges or several values ("3..7", "62 | 43") is text. Its attribute "address" is what was read.
# Errors: the service refuses what was asked, or does not answer.
read_table <- function(path, parameters = list(), url = NULL, key = NULL) {
  given <- function(value, name, default) {
    if (!is.null(value)) return(value)
    found <- Sys.getenv(name)
    if (nzchar(found)) found else default
  }
  base <- sub("/+$", "", given(url, "RAPPORTEUR_URL", "http://127.0.0.1:3000"))
  key <- given(key, "RAPPORTEUR_KEY", "")
  parameters <- c(Filter(Negate(is.null), parameters), list(format = "csv"))
  encoded <- vapply(names(parameters), function(name) {
    # Several values by commas; breakdowns by semicolons, since one may be a pair.
    text <- paste(parameters[[name]], collapse = if (name == "breakdown") ";" else ",")
    utils::URLencode(enc2utf8(text), reserved = TRUE)
  }, "")
  address <- paste0(base, path, "?", paste(names(encoded), encoded, sep = "=", collapse = "&"))
  headers <- c(Accept = "text/csv", if (nzchar(key)) c(Authorization = paste("Bearer", key)))
  file <- tempfile(fileext = ".csv")
  on.exit(unlink(file))
  failed <- function(error) stop(.rapporteur_refusal(address, headers), call. = FALSE)
  tryCatch(
    suppressWarnings(utils::download.file(address, file, quiet = TRUE, mode = "wb", headers = headers)),
    error = failed
  )
  columns <- scan(file, "", nlines = 1, sep = ",", quote = "\"", quiet = TRUE, encoding = "UTF-8")
  classes <- ifelse(columns %in% .rapporteur_texts, "character", NA)
  # An empty cell alone is missing: "NA" is Namibia.
  frame <- utils::read.csv(
    file, colClasses = classes, na.strings = "", encoding = "UTF-8", check.names = FALSE
  )
  attr(frame, "address") <- address
  frame
}

# Why nothing could be read. R cannot read the text of a refusal, but a browser can.
.rapporteur_refusal <- function(address, headers) {
  status <- tryCatch(attr(curlGetHeaders(address), "status"), error = function(error) NULL)
  if (is.null(status)) paste0(address, " does not answer: is the service started? Give its address as url")
  else paste0(address, " is refused (", status, "): open it in a browser, which shows what is wrong with it")
}

# The columns that hold text, in whichever table they are. Made by tools/clients/generate.mjs from the OpenAPI document of the service: do not edit.
.rapporteur_texts <- c(
    "id", "code", "name", "kind", "rounds", "collection", "round", "respondent", "respondent_name", "region",
    "region_name", "indicator", "indicator_name", "topic", "topic_name", "theme", "definition", "detail", "unit",
    "breakdown", "period", "period_from", "period_to", "time", "qualifier", "obs_status", "conf_status",
    "direction", "reason", "years_used", "comparison", "before", "after", "before_qualifier", "after_qualifier",
    "respondents", "missing", "missing_reasons", "population_breakdown", "population_round", "no_rate",
    "series_code", "ref_area", "sex", "age", "unit_measure", "no_share", "refused", "total_id", "message",
    "paragraphs", "note", "as_written", "document", "quote", "document_region", "received_on", "received_precision",
    "events", "title", "mandate", "symbol", "note_verbale_on", "reply_by", "cut_off", "language", "status",
    "themes", "parent", "areas", "dimensions"
)

# A function for each table. Made by tools/clients/generate.mjs from the OpenAPI document of the service: do not edit.

# Trend tables: yearly figures, spans, changes, directions, same-year ratios.
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   indicator: Indicator codes (/v1/indicators), joined by commas
#   collection: Collections, joined by commas, each of 80 characters at most
#   breakdown: Kinds of breakdowns, by semicolons: _T is the total, sex every part by sex alone, "age:child,sex"
#   children by sex
#   from: A year; spans and undated figures are given whatever the years
#   to: A year; spans and undated figures are given whatever the years
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
trends <- function(respondent = NULL, indicator = NULL, collection = NULL, breakdown = NULL, from = NULL, to = NULL, as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/trends", list(respondent = respondent, indicator = indicator, collection = collection, breakdown = breakdown, from = from, to = to, asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# Constant panels: yearly sums of a region or a list, over those who have every year.
#   indicator: The code of the indicator
#   collection: Figures of two collections are never summed
#   from: First year. Who lacks one of the years is not summed in any
#   to: Last year
#   region: A region of the UN (M49), as 419; its areas are asked about. Or give "respondent"
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   breakdown: What is summed: the total, or one breakdown as identifiers write it (sex:female)
#   per: Also the rates of the sums, per so many people
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
panels <- function(indicator, collection, from, to, region = NULL, respondent = NULL, breakdown = NULL, per = NULL, as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/panels", list(indicator = indicator, collection = collection, from = from, to = to, region = region, respondent = respondent, breakdown = breakdown, per = per, asOf = as_of, at = at, lang = lang), url, key)
}

# Figures per 100,000 people, with exact intervals; or why there is no rate.
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   indicator: Indicator codes (/v1/indicators), joined by commas
#   collection: Collections, joined by commas, each of 80 characters at most
#   breakdown: Kinds of breakdowns, by semicolons: _T is the total, sex every part by sex alone, "age:child,sex"
#   children by sex
#   from: A year; spans and undated figures are given whatever the years
#   to: A year; spans and undated figures are given whatever the years
#   per: Per how many people
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
rates <- function(respondent = NULL, indicator = NULL, collection = NULL, breakdown = NULL, from = NULL, to = NULL, per = NULL, as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/rates", list(respondent = respondent, indicator = indicator, collection = collection, breakdown = breakdown, from = from, to = to, per = per, asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# SDG 16.2.2: detected victims of trafficking in persons per 100,000 people, by sex, age and form.
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   collection: Collections, joined by commas, each of 80 characters at most
#   from: A year; spans and undated figures are given whatever the years
#   to: A year; spans and undated figures are given whatever the years
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
sdg_16_2_2 <- function(respondent = NULL, collection = NULL, from = NULL, to = NULL, as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/tables/sdg-16-2-2", list(respondent = respondent, collection = collection, from = from, to = to, asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# A part of its total in the same year, with exact intervals; or why there is no share.
#   indicator: Indicator codes (/v1/indicators), joined by commas
#   breakdown: The part, as identifiers write it: form-of-exploitation:forced-labour
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   region: A region of the UN (M49), as 419; its areas are asked about. Or give "respondent"
#   collection: Collections; a sum takes one
#   from: First year; a sum needs it
#   to: Last year; a sum needs it
#   together: Of respondents: the share of their sums, as of a region; it takes one collection and the years
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
shares <- function(indicator, breakdown, respondent = NULL, region = NULL, collection = NULL, from = NULL, to = NULL, together = NULL, as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/shares", list(indicator = indicator, breakdown = breakdown, respondent = respondent, region = region, collection = collection, from = from, to = to, together = together, asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# Figures, each with reply, paragraph and event.
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   indicator: Indicator codes (/v1/indicators), joined by commas
#   collection: Collections, joined by commas, each of 80 characters at most
#   from: A year; spans and undated figures are given whatever the years
#   to: A year; spans and undated figures are given whatever the years
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
observations <- function(respondent = NULL, indicator = NULL, collection = NULL, from = NULL, to = NULL, as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/observations", list(respondent = respondent, indicator = indicator, collection = collection, from = from, to = to, asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# Findings: who reports what, with paragraph and footnote.
#   topic: Topic codes (/v1/topics), joined by commas
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   collection: Collections, joined by commas, each of 80 characters at most
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
findings <- function(topic = NULL, respondent = NULL, collection = NULL, as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/findings", list(topic = topic, respondent = respondent, collection = collection, asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# Rounds, with how many were listed and replied.
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
rounds <- function(as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/rounds", list(asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# What does not fit together: lists against replies, parts against wholes, figures given twice.
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   collection: Collections, joined by commas, each of 80 characters at most
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
inconsistencies <- function(respondent = NULL, collection = NULL, as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/inconsistencies", list(respondent = respondent, collection = collection, asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# What changed between two days, cell by cell: revised, added, withdrawn, with both values.
#   from: The earlier vintage: what had been received by this day
#   to: The later vintage
#   collection: Collections, joined by commas, each of 80 characters at most
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   indicator: Indicator codes (/v1/indicators), joined by commas
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
revisions <- function(from, to, collection = NULL, respondent = NULL, indicator = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/revisions", list(from = from, to = to, collection = collection, respondent = respondent, indicator = indicator, at = at, lang = lang, limit = "all"), url, key)
}

# What two publications of one collection say differently: added, revised, withdrawn, the largest first.
#   collection: see /docs
#   from: The round of the earlier publication
#   to: The round of the later publication
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   indicator: Indicator codes (/v1/indicators), joined by commas
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
differences <- function(collection, from, to, respondent = NULL, indicator = NULL, as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/differences", list(collection = collection, from = from, to = to, respondent = respondent, indicator = indicator, asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# Where two collections give different figures for the same thing: side by side, never merged.
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   indicator: Indicator codes (/v1/indicators), joined by commas
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
discrepancies <- function(respondent = NULL, indicator = NULL, as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/discrepancies", list(respondent = respondent, indicator = indicator, asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# What there is: series and figures of each respondent, indicator and kind of breakdown.
#   respondent: Respondents: codes or names, joined by commas; the M49 code of a region (419) stands for all its
#   areas
#   indicator: Indicator codes (/v1/indicators), joined by commas
#   collection: Collections, joined by commas, each of 80 characters at most
#   breakdown: Kinds of breakdowns, by semicolons: _T is the total, sex every part by sex alone, "age:child,sex"
#   children by sex
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
availability <- function(respondent = NULL, indicator = NULL, collection = NULL, breakdown = NULL, as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/availability", list(respondent = respondent, indicator = indicator, collection = collection, breakdown = breakdown, asOf = as_of, at = at, lang = lang), url, key)
}

# Collections that have a round, with their names.
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
collections <- function(as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/collections", list(asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# Respondents: areas and organisations, and in which rounds each has a reply.
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
respondents <- function(as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/respondents", list(asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# Regions of the UN (M49): where each lies, and its areas.
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
regions <- function(as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/regions", list(asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# Indicators with counting unit and definition.
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
indicators <- function(as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/indicators", list(asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}

# Topics of findings, with theme and definition.
#   as_of: Only what had been received by this day
#   at: Only what had been recorded by this position
#   lang: Language of names; Accept-Language when absent
topics <- function(as_of = NULL, at = NULL, lang = NULL, url = NULL, key = NULL) {
  read_table("/v1/topics", list(asOf = as_of, at = at, lang = lang, limit = "all"), url, key)
}
