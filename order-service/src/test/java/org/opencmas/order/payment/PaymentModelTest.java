package org.opencmas.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("No order of commands, and no statement past the service, pays more than may be paid")
class PaymentModelTest {
    @Inject
    DataSource application;

    private final List<String> invoices = new ArrayList<>();
    private final List<String> approved = new ArrayList<>();
    private final List<String> payments = new ArrayList<>();
    private final List<String> receipts = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private static final String SAYS_IN_ADVANCE =
            "{\"advancePayments\": [{\"lineId\": \"2\", \"basis\": \"WARRANTY\", \"provision\": \"page 7\"}]}";

    private static final String SERVED = ", \"serviceFrom\": \"2026-03-03\", \"serviceThrough\": \"2026-03-05\"";

    private String itsKind = "";
    private Random random = new Random(0);
    private Bills order = new Bills(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private int serial;
    private int taken;

    @ParameterizedTest(name = "seed {0}, {1}")
    @CsvSource({
        "4021,  ",
        "77310, ",
        "2025,  GOODS_SPECIAL",
        "31337, NON_IT_SERVICES",
        "90125, IN_ADVANCE",
        "60606, IN_ADVANCE",
    })
    void nothingIsPaidBeyondWhatMayBe(long seed, String kind) throws SQLException {
        random = new Random(seed);
        itsKind = kind == null ? "" : kind;
        order = itsKind.equals("IN_ADVANCE")
                ? Bills.onSaying(SAYS_IN_ADVANCE, first("10"), second("3"))
                : Bills.onPlain(first("10"), second("3"));
        boolean inParts = kind != null && !kind.equals("IN_ADVANCE");
        if (inParts) {
            order.terms("{\"kind\": \"" + kind + "\", \"tasks\": "
                            + (kind.equals("NON_IT_SERVICES")
                                    ? "[{\"taskId\": \"T\", \"amount\": \"50.00\", \"separateAndDistinct\": true, \"decidedBy\": \"P\"}]"
                                    : "[]")
                            + "}")
                    .then()
                    .statusCode(200);
            order.bond("PERFORMANCE", "111.70");
        }
        if (!inParts) {
            order.accepted("1", "3.5", "2026-03-05").then().statusCode(201);
        }
        // One to begin with, for what was accepted or is paid in parts; no step corrects it, so that every walk can pay
        // something.
        String first = order.post("/invoices", Bills.invoice("I-" + serial++, "2026-03-10", "1", "40.00", SERVED))
                .path("invoiceId");
        approve(first);
        for (int i = 0; i < 36; i++) {
            step(inParts);
            assertHolds(seed);
        }
        assertThat(taken)
                .as("the walk of seed %d paid something: %s", seed, done)
                .isPositive();
    }

    private String first(String quantity) {
        return kind(itsKind.equals("NON_IT_SERVICES"), line("1", "4-06-78-0031A", quantity, "12.34"));
    }

    /** A warranty where something is paid in advance. */
    private String second(String quantity) {
        return kind(
                itsKind.equals("NON_IT_SERVICES") || itsKind.equals("IN_ADVANCE"),
                line("2", "4-06-78-0031A", quantity, "33.333333"));
    }

    private static String kind(boolean areServices, String line) {
        return line.replace("\"unit\"", "\"kind\": \"" + (areServices ? "SERVICES" : "GOODS") + "\", \"unit\"");
    }

    private void step(boolean inParts) throws SQLException {
        switch (random.nextInt(10)) {
            case 0 -> receive(inParts);
            case 1, 2 -> bill();
            case 3, 4, 5 -> pay(inParts);
            case 6 -> amend();
            case 7 -> correct();
            default -> byStatement();
        }
    }

    private String cents(int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), 2).toPlainString();
    }

    private void note(String what, int status) {
        done.add(what + " " + status);
    }

    private void receive(boolean inParts) {
        String body = random.nextInt(inParts ? 6 : 3) == 0
                ? """
                {"receivedOn": "2026-03-05", "acceptedOn": "2026-03-05", "finalAcceptance": %s, %s "lines":
                 [{"lineId": "1", "quantityReceived": "10", "quantityAccepted": "10"},
                  {"lineId": "2", "quantityReceived": "3", "quantityAccepted": "3"}]}
                """.formatted(random.nextBoolean(), "")
                : Bills.receipt(random.nextBoolean() ? "1" : "2", 1 + random.nextInt(3) + ".5", "2026-03-05");
        var answer = order.post("/receipts", body);
        note("receipt", answer.statusCode());
        if (answer.statusCode() == 201) {
            receipts.add(answer.path("receiptId"));
        }
        if (inParts && random.nextInt(3) == 0) {
            order.post("/receipts", "{\"receivedOn\": \"2026-03-05\", \"completedTaskIds\": [\"T\"]}");
        }
    }

    private void bill() {
        String invoice =
                order.post("/invoices", billed("I-" + serial++, cents(4000))).path("invoiceId");
        invoices.add(invoice);
        approve(invoice);
    }

    private void approve(String invoice) {
        int status = order.act(invoice, "approval", "{}").statusCode();
        note("approve", status);
        if (status == 200) {
            approved.add(invoice);
        }
    }

    private String billed(String number, String amount) {
        boolean inAdvance = itsKind.equals("IN_ADVANCE") && random.nextBoolean();
        String rest = inAdvance ? ", \"advance\": {\"basis\": \"WARRANTY\", \"provision\": \"page 7\"}" : SERVED;
        String body = Bills.invoice(number, "2026-03-10", random.nextBoolean() ? "1" : "2", amount, rest);
        return inAdvance ? body.replace("GOODS", "WARRANTY") : body;
    }

    private void pay(boolean inParts) {
        if (invoices.isEmpty() && approved.isEmpty()) {
            return;
        }
        // Mostly one that was approved, so that the walk gets somewhere.
        List<String> among = approved.isEmpty() || !invoices.isEmpty() && random.nextInt(4) == 0 ? invoices : approved;
        String invoice = among.get(random.nextInt(among.size()));
        String amount = cents(2500);
        String withheld = inParts && random.nextInt(4) > 0
                ? new BigDecimal(amount)
                        .divide(BigDecimal.valueOf(9), 2, RoundingMode.UP)
                        .toPlainString()
                : "0.00";
        String released = inParts && random.nextInt(4) == 0 ? cents(1000) : "0.00";
        var answer = order.pay(invoice, "W-" + serial++, amount, withheld, released);
        note("pay " + amount, answer.statusCode());
        if (answer.statusCode() == 201) {
            taken++;
            payments.add(answer.path("paymentId"));
        }
        if (!payments.isEmpty() && random.nextInt(6) == 0) {
            order.post(
                    "/payments/" + payments.get(random.nextInt(payments.size())) + "/reversal",
                    "{\"reversedOn\": \"2026-05-01\", \"reason\": \"stale\"}");
        }
    }

    private void amend() {
        String body = "{\"amendmentDate\": \"2026-04-01\", \"reason\": \"changed\", \"lines\": [%s, %s]}"
                .formatted(
                        first(Integer.toString(1 + random.nextInt(14))),
                        second(Integer.toString(1 + random.nextInt(4))));
        if (itsKind.equals("IN_ADVANCE") && random.nextBoolean()) {
            body = body.replaceFirst("\\{", "{\"particulars\": " + SAYS_IN_ADVANCE + ", ");
        }
        var answer = Api.act(Tokens.buyer(order.agency()), order.agency(), order.orderId(), "amendments", body);
        note("amend", answer.statusCode());
        if (answer.statusCode() == 202 && random.nextInt(3) > 0) {
            boolean issue = random.nextBoolean();
            Api.decide(order.orderId(), answer.path("documentVersion"), issue ? "ISSUE" : "RETURN");
            org.opencmas.testkit.Eventually.within(
                    Api.SOON,
                    () -> assertThat(order.get("").<Object>path("openAmendment.state"))
                            .isIn(issue ? null : "RETURNED"));
        }
    }

    private void correct() {
        if (!invoices.isEmpty()) {
            String invoice = invoices.get(random.nextInt(invoices.size()));
            String number = order.get("/invoices/" + invoice).path("invoiceNumber");
            String body = billed(number, cents(9000)).replaceFirst("\\{", "{\"correctionReason\": \"other\", ");
            note("correct", order.act(invoice, "correction", body).statusCode());
            approve(invoice);
        }
    }

    /** What somebody with the application's password, or the owner's, might try. */
    private void byStatement() throws SQLException {
        if (invoices.isEmpty() || receipts.isEmpty()) {
            return;
        }
        var rows = new PaymentAttacks(
                order.agency(),
                order.orderId(),
                UUID.randomUUID(),
                invoices.get(random.nextInt(invoices.size())),
                receipts.get(random.nextInt(receipts.size())));
        String statements = rows.on(PaymentAttacks.anyOf(random), 1_000_000 + serial++);
        try {
            PaymentAttacks.attempt(random.nextBoolean() ? OwnerDatabase.dataSource() : application, statements);
            done.add("taken: " + statements);
        } catch (SQLException refused) {
            done.add("refused: " + statements);
        }
    }

    /** Worked out from the rows as they are, by other means than the service's and the database's own. */
    private void assertHolds(long seed) throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("""
                        with its as (select '%s'::uuid as id), d as (
                            select v.document from purchase_order o join order_version v using (order_id)
                            where o.order_id = (select id from its) and v.document_version = o.version_in_force)
                        select
                            (select coalesce(sum(amount), 0) from payment where order_id = (select id from its)) as paid,
                            (select coalesce(sum(withheld - released), 0) from payment where order_id = (select id from its)) as withheld,
                            (select (document ->> 'total')::numeric from d) as total,
                            (select sum(case when d.document #>> '{particulars,advancePayments,0,lineId}' = l ->> 'lineId'
                                then (l ->> 'amount')::numeric
                                else least((l ->> 'amount')::numeric, round((l ->> 'unitPrice')::numeric * coalesce((
                                    select sum((r.line ->> 'quantityAccepted')::numeric)
                                    from receipt, jsonb_array_elements(document -> 'lines') as r(line)
                                    where order_id = (select id from its) and r.line ->> 'lineId' = l ->> 'lineId'), 0), 2)) end)
                                from d, jsonb_array_elements(d.document -> 'lines') l) as accepted,
                            (select count(*) from progress_terms where order_id = (select id from its)) > 0
                                and not (select coalesce(bool_or(is_final), false) from receipt where order_id = (select id from its))
                                as in_parts,
                            (select count(*) from progress_terms where order_id = (select id from its) and kind = 'NON_IT_SERVICES') > 0
                                and (select count(*) from receipt where order_id = (select id from its) and completed_tasks = '{t}') > 0 as task_done,
                            (select count(*) from invoice i where order_id = (select id from its) and (select sum(amount + withheld - released)
                                from payment p where p.invoice_id = i.invoice_id) > (select v.amount from invoice_version v
                                where v.invoice_id = i.invoice_id order by invoice_version desc limit 1)) as overpaid_invoices
                        """.formatted(order.orderId()))) {
            row.next();
            BigDecimal paid = row.getBigDecimal("paid");
            BigDecimal released = row.getBoolean("task_done") ? new BigDecimal("50.00") : BigDecimal.ZERO;
            BigDecimal total = row.getBigDecimal("total");
            BigDecimal tenth = new BigDecimal("0.1");
            BigDecimal most = row.getBoolean("in_parts")
                    ? total.subtract(
                            total.subtract(released).max(BigDecimal.ZERO).multiply(tenth))
                    : row.getBigDecimal("accepted").min(total);
            assertThat(paid).as("seed %d: %s", seed, done).isLessThanOrEqualTo(most);
            assertThat(row.getInt("overpaid_invoices"))
                    .as("seed %d: %s", seed, done)
                    .isZero();
            BigDecimal withheld = row.getBigDecimal("withheld");
            assertThat(withheld).as("seed %d: %s", seed, done).isNotNegative();
            if (row.getBoolean("in_parts")) {
                assertThat(withheld)
                        .as("seed %d: %s", seed, done)
                        .isGreaterThanOrEqualTo(
                                paid.add(withheld).subtract(released).multiply(tenth));
            }
        }
    }
}
