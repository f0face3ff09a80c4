package org.opencmas.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "A reference pays an invoice once, however it is written; separators between digits tell two references apart")
class PaymentReferenceTest {
    @ParameterizedTest(name = "{0}, then {1}: the same {2}")
    @CsvSource({
        "1-12, 11-2, false",
        "1-12, 1 12, true",
        "1-12, 1--12, true",
        "1-12, 112, true",
        "112, 11-2, true",
        "W-1, w1, true",
        "W-1-12, W 1/12, true",
        "W-1-12, W-11-2, false",
        "-1-12-, 1.12, true",
        "1-12, 1-13, false"
    })
    void isOneOrAnother(String first, String second, boolean isSame) throws SQLException {
        Bills order = Bills.onPlain(line("1", "4-06-78-0031A", "10", "10.00"));
        order.accepted("1", "10", "2026-03-05").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-10", "1", "100.00");

        order.pay(invoice, first, "5.00").then().statusCode(201);
        order.pay(invoice, second, "5.00").then().statusCode(isSame ? 409 : 201);

        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select payment_reference_is('%1$s', '%2$s') and payment_reference_is('%2$s', '%1$s')"
                                .formatted(first, second)))
                .containsExactly(isSame ? "t" : "f");
    }
}
