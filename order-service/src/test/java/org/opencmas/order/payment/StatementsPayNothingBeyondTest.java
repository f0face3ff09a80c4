package org.opencmas.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.order.Api;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "PAY-ADVANCE-NONE, PP-WITHHOLD-BASE, PP-GOODS-SPECIAL, PW-BOND-TRIGGER: the database takes no statement that pays beyond what may be paid")
class StatementsPayNothingBeyondTest {
    private static final String CMAS = "4-06-78-0031A";
    /** Taken, and worked out anew from the rows at once, or without a row that it is for. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("the balance changed", "the invoice raised", "terms changed");

    private static @Nullable PaymentAttacks attacked;
    private static int serial = 5_000_000;

    @Inject
    DataSource application;

    static Stream<String> attacks() {
        return PaymentAttacks.all().keySet().stream();
    }

    /** Of an order of 150.00, 20.00 were accepted, billed and paid; 60.00 more are billed and approved, and what they were for went back. */
    private static PaymentAttacks attacked() {
        if (attacked == null) {
            Bills order = Bills.onPlain(line("1", CMAS, "10", "10.00"), line("2", CMAS, "1", "50.00"));
            String receipt = order.accepted("1", "2", "2026-03-05").path("receiptId");
            String more = order.accepted("1", "6", "2026-03-05").path("receiptId");
            String paid = order.approved("INV-1", "2026-03-10", "1", "20.00");
            order.pay(paid, "W-1", "20.00").then().statusCode(201);
            String open = order.approved("INV-2", "2026-03-10", "1", "60.00");
            order.post(
                            "/receipts",
                            "{\"receivedOn\": \"2026-03-06\", \"replaces\": \"" + more + "\", \"note\": \"not ours\"}")
                    .then()
                    .statusCode(201);
            UUID other = Api.issued(
                    order.agency(),
                    Bills.plain(order.contractor(), line("1", CMAS, "10", "10.00"))
                            .replace("PO-1", "PO-2"));
            attacked = new PaymentAttacks(order.agency(), order.orderId(), other, open, receipt);
        }
        return attacked;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void noStatementPaysBeyond(String name) throws SQLException {
        PaymentAttacks rows = attacked();
        String before = counted(rows);
        for (DataSource by : new DataSource[] {application, OwnerDatabase.dataSource()}) {
            String statements = rows.on(PaymentAttacks.all().get(name), serial++);
            if (WITHOUT_EFFECT.contains(name)) {
                assertThatCode(() -> PaymentAttacks.attempt(OwnerDatabase.dataSource(), statements))
                        .doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> PaymentAttacks.attempt(by, statements))
                        .as(name)
                        .isInstanceOf(SQLException.class);
            }
            assertThat(counted(rows)).as(name).isEqualTo(before);
        }
    }

    private static String counted(PaymentAttacks rows) throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("""
                        select (select sum(amount) from payment where order_id = '%1$s'), may_be_paid, paid, withheld, least_withheld,
                            (select count(*) from receipt where order_id = '%1$s'), (select sum(amount) from invoice where order_id = '%1$s')
                        from order_account where order_id = '%1$s'
                        """.formatted(rows.order()))) {
            row.next();
            return Stream.of(1, 2, 3, 4, 5, 6, 7)
                    .map(column -> {
                        try {
                            return row.getString(column);
                        } catch (SQLException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList()
                    .toString();
        }
    }

    @Test
    @DisplayName("PW-BOND-TRIGGER, PW-BOND-AMOUNT: no statement receives or pays public works before their bond")
    void publicWorksWaitForTheirBond() throws SQLException {
        Bills order = Bills.onPlain(
                line("1", CMAS, "1", "6000.00"),
                line("2", CMAS, "1", "5000.01")
                        .replace("\"unit\"", "\"publicWorks\": true, \"kind\": \"SERVICES\", \"unit\""));
        order.accepted("1", "1", "2026-03-05").then().statusCode(201);
        String invoice = order.approved("INV-1", "2026-03-10", "1", "6000.00");
        var rows = new PaymentAttacks(order.agency(), order.orderId(), order.orderId(), invoice, invoice);
        String receipt = rows.on(PaymentAttacks.receipt(PaymentAttacks.line("2", "1", "1")), serial++);
        assertThatThrownBy(() -> PaymentAttacks.attempt(application, receipt))
                .hasMessageContaining("public_works_under_a_payment_bond");
        String billsWorks = rows.on("""
                insert into invoice_version (invoice_id, invoice_version, agency_id, order_id, act_number, amount, lines, document)
                select invoice_id, 2, agency_id, order_id, :serial, amount, '[{"key": "2", "amount": "6000.00", "advance": false}]', document
                from invoice_version where invoice_id = ':invoice';
                update invoice set current_version = 2 where invoice_id = ':invoice';
                insert into payment (payment_id, order_id, agency_id, invoice_id, act_number, paid_on, method, reference, amount, withheld,
                    released, document)
                values (gen_random_uuid(), ':order', ':agency', ':invoice', :serial, '2026-04-20', 'WARRANT', 'S', 1, 0, 0, '{}')
                """, serial++);
        assertThatThrownBy(() -> PaymentAttacks.attempt(application, billsWorks))
                .hasMessageContaining("public_works_under_a_payment_bond");
        order.pay(invoice, "W-1", "6000.00").then().statusCode(201);
        order.bond("PAYMENT", "11000.01").then().statusCode(201);
        PaymentAttacks.attempt(application, receipt);
    }
}
