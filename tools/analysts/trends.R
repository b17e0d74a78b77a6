# The direction of each series, as an analyst has it from R as it comes: Kendall's tau with the normal approximation.
# The package Kendall is on CRAN alone; cor.test of the package stats is R's own.
file <- commandArgs(trailingOnly = TRUE)[1]
figures <- read.csv(file, stringsAsFactors = FALSE)

test <- function(one) {
  if (nrow(one) < 5) return(NULL)
  one <- one[order(one$year), ]
  if (length(unique(one$value)) == 1) return(list(one$series[1], nrow(one), NULL, NULL, "no trend"))
  found <- suppressWarnings(cor.test(one$year, one$value, method = "kendall", exact = FALSE, continuity = TRUE))
  tau <- unname(found$estimate)
  direction <- if (found$p.value >= 0.05) "no trend" else if (tau > 0) "increasing" else "decreasing"
  list(one$series[1], nrow(one), NULL, tau, direction)
}

show <- function(value) {
  if (is.null(value)) "null" else if (is.character(value)) encodeString(value, quote = '"') else format(value, digits = 17)
}

trends <- function() {
  found <- Filter(Negate(is.null), lapply(split(figures, figures$series), test))
  rows <- vapply(found, function(one) paste0("[", paste(lapply(one, show), collapse = ","), "]"), "")
  sprintf('{"changes":null,"trends":[%s]}', paste(rows, collapse = ","))
}

input <- file("stdin")
open(input)
cat("ready\n")
flush(stdout())
while (length(readLines(input, n = 1)) > 0) {
  cat(trends(), "\n", sep = "")
  flush(stdout())
}
