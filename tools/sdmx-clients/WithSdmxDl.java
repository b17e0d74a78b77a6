/** Reads a flow with sdmx-dl as it is, and prints a line for each observation. Arguments: address, flow. */
import java.util.stream.Collectors;
import sdmxdl.DatabaseRef;
import sdmxdl.FlowRef;
import sdmxdl.Languages;
import sdmxdl.Obs;
import sdmxdl.Query;
import sdmxdl.Series;
import sdmxdl.web.SdmxWebManager;
import sdmxdl.web.WebSource;

public class WithSdmxDl {
  public static void main(String[] arguments) throws Exception {
    String flow = arguments[1];
    var source =
        WebSource.builder().id("RAPPORTEUR").driver("RI_SDMX21").endpointOf(arguments[0] + "/v1").build();
    try (var connection = SdmxWebManager.ofServiceLoader().getConnection(source, Languages.ANY)) {
      var found =
          connection.getFlows(DatabaseRef.NO_DATABASE).stream()
              .filter(one -> one.getRef().getId().equals(flow))
              .findFirst()
              .orElseThrow();
      var structure = connection.getMeta(DatabaseRef.NO_DATABASE, found.getRef()).getStructure();
      var names = structure.getDimensions().stream().map(one -> one.getId()).collect(Collectors.toList());
      for (Series series :
          connection.getData(DatabaseRef.NO_DATABASE, FlowRef.of("RAPPORTEUR", flow, "1.0.0"), Query.ALL))
        for (Obs obs : series.getObs()) {
          var row = new StringBuilder("{");
          for (int i = 0; i < names.size(); i++)
            row.append(quote(names.get(i))).append(":").append(quote(series.getKey().get(i))).append(",");
          series.getMeta().forEach((name, value) -> row.append(quote(name)).append(":").append(quote(value)).append(","));
          obs.getMeta().forEach((name, value) -> row.append(quote(name)).append(":").append(quote(value)).append(","));
          row.append("\"TIME_PERIOD\":").append(quote(obs.getPeriod().toString()));
          row.append(",\"OBS_VALUE\":").append(quote(Double.toString(obs.getValue()))).append("}");
          System.out.println(row);
        }
    }
  }

  private static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + "\"";
  }
}
