package org.opencmas.registry;

import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.everyfault.EveryFaultAtOnce;

@QuarkusTest
@DisplayName("Every operation names all faults of a request at once, in the order of the body, whatever finds them")
class EveryFaultAtOnceTest {
    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | /v1/contractors | {"legalName": "a\\u0020\\u00a0b", "certificates": [{"type": "SB", "number": "1", "validFrom": "2026-02-01", "validThrough": "2026-01-01"}, {"type": "SB"}], "nonsense": 1} | /legalName /certificates/0/validThrough /certificates/0/source /certificates/0/checkedOn /certificates/1/number /certificates/1/validFrom /certificates/1/validThrough /certificates/1/source /certificates/1/checkedOn /nonsense
            POST | /v1/agreements | {"cmasNumber": "9-99", "termStart": "2026-01-01", "forUseBy": "EVERYBODY"} | /cmasNumber /contractorId /termEnd /forUseBy
            POST | /v1/leveraged-procurement-agreements | {"terms": {"type": "MASTER", "kind": "IT", "title": "T", "scope": "S", "termStart": "2026-02-01", "termEnd": "2026-01-01", "awardedTo": [], "covered": [], "mandatoryFor": []}} | /number /terms/type /terms/termEnd
            PUT  | /v1/product-codes/A1 | {"title": "\\u200b", "titel": 1} | /title /titel
            """)
    void ofEachStage(String method, String path, String body, String pointers) {
        Registry.analyst()
                .header("If-Match", "*")
                .contentType("application/json")
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .body(body)
                .request(method, path)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointers.split(" ")));
    }

    @Test
    void ofEveryOperation() {
        String contractor = Registry.contractor("Faulty Corp");
        EveryFaultAtOnce.of("contract-registry-service", service)
                .as(Tokens.of("dgs-analyst"), Tokens.of("dgs-approver"), Tokens.of("auditor"))
                .knowing("number", Registry.agreement("Faulty Supplies"))
                .knowing("contractorId", contractor)
                .knowing("name", "unknown")
                .knowing("code", "A1")
                .run();
    }
}
