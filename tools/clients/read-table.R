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
