# Reads a flow with rsdmx as it is, and writes it as CSV. Arguments: address, flow, file.
suppressPackageStartupMessages(library(rsdmx))
arguments <- commandArgs(trailingOnly = TRUE)
base <- paste0(arguments[1], "/v1")
flow <- arguments[2]
provider <- SDMXServiceProvider(
  agencyId = "RAPPORTEUR", name = "Rapporteur",
  builder = SDMXREST21RequestBuilder(regUrl = base, repoUrl = base, compliant = TRUE)
)
addSDMXServiceProvider(provider)
flows <- as.data.frame(readSDMX(providerId = "RAPPORTEUR", resource = "dataflow"))
stopifnot(flow %in% flows$id)
structure <- readSDMX(providerId = "RAPPORTEUR", resource = "datastructure", resourceId = flow)
areas <- as.data.frame(slot(structure, "codelists"), codelistId = "CL_REF_AREA")
stopifnot("SV" %in% areas$id)
figures <- as.data.frame(readSDMX(providerId = "RAPPORTEUR", resource = "data", flowRef = flow))
write.csv(figures, arguments[3], row.names = FALSE, na = "", fileEncoding = "UTF-8")
