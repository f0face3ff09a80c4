package org.opencmas.registry.pricelist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("So many whole price lists are written at once; one more is told to come back, and nothing of it is sent")
class WholeListTurnsTest {
    @Inject
    PriceListExportResource resource;

    @Test
    void theNinthComesBack() {
        String number = Registry.agreement("Whole Lists, Inc.");
        Registry.analyst()
                .contentType("text/csv; charset=utf-8")
                .queryParam("agreement", number)
                .body("item_id,description,unit,price\nI-1,Bolt,each,1.00\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/price-list-imports")
                .then()
                .statusCode(201);
        String export = "/v1/agreements/" + number + "/price-list/export?asOf=2026-06-01";
        withTurns(PriceListExportResource.AT_ONCE, () -> {
            for (String accept : new String[] {"application/json", "text/csv"}) {
                given().accept(accept)
                        .get(export)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", equalTo("5"))
                        .body("detail", containsString("Too many read whole price lists"));
            }
            // An answer without a body takes no turn, and keeps none.
            given().head(export).then().statusCode(200);
        });
        withTurns(PriceListExportResource.AT_ONCE - 1, () -> {
            for (int i = 0; i < 2; i++) {
                given().get(export).then().statusCode(200).body("items[0].itemId", equalTo("I-1"));
            }
        });
    }

    /** Takes so many turns, one within the other. */
    private void withTurns(int count, Runnable then) {
        if (count == 0) {
            then.run();
            return;
        }
        resource.turns.<Boolean, RuntimeException>take(() -> {
            withTurns(count - 1, then);
            return true;
        });
    }
}
