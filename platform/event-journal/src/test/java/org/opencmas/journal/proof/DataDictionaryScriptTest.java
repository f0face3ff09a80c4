package org.opencmas.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Python;

@DisplayName("The data dictionary is made from the schemas, so that every event of every service is in it as it is")
class DataDictionaryScriptTest {
    private static final Path ROOT = Path.of("../..");
    private static final List<String> SERVICES =
            List.of("contract-registry-service", "order-service", "compliance-service", "fee-reporting-service");

    @Test
    void everyEventAndTheFieldsOfEveryEntryAreExplained() throws IOException {
        Python.assumeHere("verify/data_dictionary.py is not run");
        Python.Run run = Python.run(ROOT, "verify/data_dictionary.py");
        assertThat(run.exitCode()).as(run.output()).isZero();
        for (String service : SERVICES) {
            assertThat(run.output()).contains(service + ",every entry,actor,string,yes,");
            for (String event : events(service)) {
                assertThat(run.output()).contains("\n" + service + "," + event + ",,event,,");
                assertThat(run.output()).contains("\n" + service + "," + event + ",data.");
            }
        }
        assertThat(run.output())
                .contains("order-service,order.accepted.v1,data.acceptedOn,string date,yes,")
                .contains("order-service,order.accepted.v1,data.lines[].lineId,string,yes,");
    }

    private static List<String> events(String service) throws IOException {
        try (Stream<Path> schemas = Files.list(ROOT.resolve(service).resolve("src/main/resources/events"))) {
            return schemas.map(schema -> schema.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .toList();
        }
    }
}
