package org.opencmas.order.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.order.payment.Bills;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("DOC-FILE: the bonds that an order asks are asked for in its file")
class UsualItemsTest {
    private static String state(Bills order, String item) {
        return Api.as(Tokens.buyer(order.agency()))
                .get("/v1/orders/{id}/file-checklist", order.orderId())
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.item == '" + item + "' }.state");
    }

    @DisplayName("PW-BOND-FORM, PW-BOND-TRIGGER, PW-BOND-AMOUNT: labor of 5,000.01 asks a bond of the whole order")
    @ParameterizedTest(name = "labor of {0} beside goods of 1000.00, bond of {1}: {2}")
    @CsvSource({
        "5000.00,         , NOT_APPLICABLE",
        "5000.01,         , MISSING",
        "5000.01, 6000.00, MISSING",
        "5000.01, 6000.01, PRESENT",
    })
    void thePaymentBond(String labor, @Nullable String bond, String expected) {
        Bills order = Bills.onPlain(
                Api.line("1", "4-06-78-0031A", "1", "1000.00"),
                Api.line("2", "4-06-78-0031A", "1", labor)
                        .replace("\"unit\"", "\"publicWorks\": true, \"kind\": \"SERVICES\", \"unit\""));
        if (bond != null) {
            order.bond("PAYMENT", bond).then().statusCode(201);
        }
        assertThat(state(order, "BOND")).isEqualTo(expected);
        assertThat(state(order, "PERFORMANCE_BOND")).isEqualTo("NOT_APPLICABLE");
    }

    @DisplayName("PP-GOODS-SPECIAL: special goods of 120,000.00 ask a performance bond of 60,000.00")
    @ParameterizedTest(name = "bond of {0}: {1}")
    @CsvSource({"59999.99, MISSING", "60000.00, PRESENT"})
    void thePerformanceBond(String bond, String expected) {
        Bills order = Bills.onPlain(Api.line("1", "4-06-78-0031A", "1", "120000.00"));
        order.terms("{\"kind\": \"GOODS_SPECIAL\"}").then().statusCode(200);
        order.bond("PERFORMANCE", bond).then().statusCode(201);
        assertThat(state(order, "PERFORMANCE_BOND")).isEqualTo(expected);
    }

    @Test
    @DisplayName(
            "PP-GOODS-SPECIAL: the share is that which the terms keep, in the file as in the account that payments are held by")
    void thePerformanceBondByTheTermsShare() throws SQLException {
        Bills order = Bills.onPlain(Api.line("1", "4-06-78-0031A", "1", "120000.00"));
        order.terms("{\"kind\": \"GOODS_SPECIAL\"}").then().statusCode(200);
        order.bond("PERFORMANCE", "60000.00").then().statusCode(201);
        try (Connection owner = OwnerDatabase.dataSource().getConnection();
                Statement statement = owner.createStatement()) {
            // As if a figure of another share had been in force on the day on which the terms were agreed.
            statement.execute("alter table progress_terms disable trigger user");
            statement.execute(
                    "update progress_terms set document = jsonb_set(document::jsonb, '{figures,bondShare}', '\"0.75\"')"
                            + " where order_id = '" + order.orderId() + "'");
            statement.execute("alter table progress_terms enable trigger user");
        }
        order.get("/account").then().body("leastPerformanceBond", equalTo("90000.00"));
        order.get("/file-checklist")
                .then()
                .body(
                        "items.find { it.item == 'PERFORMANCE_BOND' }.why",
                        equalTo("Bonds of at least 90000.00 are asked; recorded are 60000.00"));
    }
}
