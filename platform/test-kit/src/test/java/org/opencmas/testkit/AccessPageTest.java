package org.opencmas.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.access.AccessTable;
import org.opencmas.testkit.fuzz.Operation;

/** The page that shows the four access tables side by side; the tables themselves are kept by hand, beside each service. */
class AccessPageTest {
    private static final Path ROOT = Path.of("../..");
    private static final List<String> SERVICES =
            List.of("contract-registry-service", "order-service", "compliance-service", "fee-reporting-service");
    private static final String HEAD = """
            # Who may call what

            Generated from the `access.csv` of each service, which is kept by hand and is what every build compares the OpenAPI documents and
            the running services with: each operation is called without a token, with a dozen kinds of bad ones, as every role, and as another tenant of
            the same role. What belongs to another is answered exactly like what is not there.

            Whose rows: *all* means that every caller whom the operation lets in meets the same; *agency* and *contractor* that a caller bound to one
            (claims `agency_id`, `contractor_id`) meets its own and no other. DGS, reviewers and auditors are bound to none and meet all.

            A token is taken when it is signed by the provider's key, comes from the expected issuer, is meant for `cmas` (`aud`; `CMAS_OIDC_AUDIENCE`),
            is an access token (`typ` Bearer; `CMAS_OIDC_TOKEN_TYPE`) and has not ended.
            """;

    @Test
    void thePageSaysWhatTheTablesSay() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (String service : SERVICES) {
            page.append("\n## ").append(service).append("\n\n| operation | | who | whose rows |\n|---|---|---|---|\n");
            Map<String, Operation> operations = Operation.of(new ObjectMapper(new YAMLFactory())
                            .readTree(ROOT.resolve(service)
                                    .resolve("openapi.yaml")
                                    .toFile()))
                    .stream()
                    .collect(Collectors.toMap(Operation::id, Function.identity()));
            for (AccessTable.Row row : AccessTable.read(ROOT.resolve(service).resolve("access.csv"))
                    .rows()) {
                Operation operation = operations.get(row.operation());
                page.append("| `%s %s` | %s | %s | %s |\n"
                        .formatted(
                                operation.method(),
                                operation.path(),
                                row.operation(),
                                row.isPublic() ? "anyone" : String.join(", ", row.roles()),
                                row.rows().replace(" ", ", ")));
            }
        }
        CommittedDocument.assertEquals(ROOT.resolve("docs/access.md"), page.toString());
    }
}
