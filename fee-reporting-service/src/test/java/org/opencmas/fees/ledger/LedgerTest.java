package org.opencmas.fees.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class LedgerTest {
    @Inject
    Scene scene;

    @Inject
    Deliveries deliveries;

    private final DataSource dataSource = OwnerDatabase.dataSource();

    private static ValidatableResponse entriesOf(Scene.Order order) {
        return Api.analyst()
                .get("/v1/ledger-entries?orderId={id}", order.orderId)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName(
            "FEE-INCENTIVE-RATE: 1.25% of a local order is posted in the quarter of its date, and the entries balance")
    void anIssuedOrderIsPosted() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        var order = scene.order(scene.agency("CITY"), number, "2026-08-03").issued("100000.00");
        entriesOf(order)
                .body("items", hasSize(1))
                .body("items[0].cmasNumber", equalTo(number))
                .body("items[0].contractorId", equalTo(contractor.toString()))
                .body("items[0].quarter", equalTo("2026-Q3"))
                .body("items[0].belongsToQuarter", equalTo("2026-Q3"))
                .body("items[0].base", equalTo("100000.00"))
                .body("items[0].rate", equalTo("0.0125"))
                .body("items[0].fee", equalTo("1250.00"))
                .body("items[0].treatment", equalTo("DUE"))
                .body(
                        "items[0].entries.account",
                        contains("sales:" + number, "purchase-orders", "fee-receivable:" + number, "fee-assessed"))
                .body("items[0].entries.amount", contains("100000.00", "-100000.00", "1250.00", "-1250.00"));
    }

    @Test
    @DisplayName("a replay of an order's event posts nothing")
    void aReplayPostsNothing() {
        String number = scene.agreement(scene.contractor(), "2026-01-01", "2026-12-31");
        var order = scene.order(scene.agency("CITY"), number, "2026-08-03").issued("500.00");
        order.issuedAgain("500.00").issuedAgain("500.00");
        entriesOf(order).body("items", hasSize(1));
    }

    @Test
    @DisplayName(
            "an issued document never changes: the same version with another amount is refused, so its event is parked")
    void anotherContentOfTheSameVersionIsRefused() {
        String number = scene.agreement(scene.contractor(), "2026-01-01", "2026-12-31");
        var order = scene.order(scene.agency("CITY"), number, "2026-08-03").issued("500.00");
        assertThatThrownBy(() -> order.issuedAgain("600.00")).hasMessageContaining("another content");
        entriesOf(order).body("items.base", contains("500.00"));
    }

    @Test
    @DisplayName("FEE-AMENDMENTS: amendments and a termination post signed differences in their own quarters")
    void changesPostDifferences() {
        String number = scene.agreement(scene.contractor(), "2026-01-01", "2026-12-31");
        var order = scene.order(scene.agency("K12"), number, "2026-03-31")
                .issued("1000.00")
                .amended("2026-04-01", "1500.00")
                .amended("2026-07-01", "1200.00")
                .terminated("2026-10-01", "200.00");
        entriesOf(order)
                .body("items.base", contains("1000.00", "500.00", "-300.00", "-1000.00"))
                .body("items.quarter", contains("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"))
                .body("items.cause", contains("ORIGINAL", "AMENDMENT", "AMENDMENT", "TERMINATION"))
                .body("items.fee", contains("12.50", "6.25", "-3.75", "-12.50"));
    }

    @Test
    @DisplayName("FEE-SB-WAIVER: a certificate that becomes known late takes the fee back and waives it")
    void aLateWaiver() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        UUID agency = scene.agency("CITY");
        var lastDay = scene.order(agency, number, "2026-08-03").issued("100.00");
        var dayAfter = scene.order(agency, number, "2026-08-04").issued("100.00");
        scene.contractorHas(contractor, Scene.certificate("SB", "2025-08-03", "2026-08-03"), 2);
        entriesOf(lastDay)
                .body("items.treatment", contains("DUE", "DUE", "WAIVED"))
                .body("items.base", contains("100.00", "-100.00", "100.00"))
                .body("items.fee", contains("1.25", "-1.25", "0.00"))
                .body("items.feeWaived", contains("0.00", "0.00", "1.25"));
        entriesOf(dayAfter).body("items", hasSize(1));
        scene.contractorHas(contractor, "", 3);
        entriesOf(lastDay).body("items", hasSize(5)).body("items[3].fee", equalTo("1.25"));
        scene.contractorHas(contractor, Scene.certificate("DVBE", "2025-08-03", "2026-08-03"), 4);
        entriesOf(lastDay).body("items", hasSize(5));
    }

    @Test
    @DisplayName(
            "FEE-STATE-ADMIN: a State department's order posts nothing; a corrected agency type is posted as a difference")
    void aCorrectedAgencyType() {
        String number = scene.agreement(scene.contractor(), "2026-01-01", "2026-12-31");
        UUID agency = scene.agency("STATE_DEPARTMENT");
        var order = scene.order(agency, number, "2026-08-03").issued("100.00");
        entriesOf(order).body("items", hasSize(0));
        scene.agencyBecomes(agency, "CSU", 2);
        entriesOf(order).body("items.agencyType", contains("CSU"));
        scene.agencyBecomes(agency, "UC", 3);
        entriesOf(order)
                .body("items.agencyType", contains("CSU", "CSU", "UC"))
                .body("items.fee", contains("1.25", "-1.25", "1.25"));
        // A version is given once; what comes with it a second time is refused and changes nothing.
        assertThatThrownBy(() -> scene.agencyBecomes(agency, "CITY", 3))
                .hasMessageContaining("version 3 is known already");
        entriesOf(order).body("items", hasSize(3));
    }

    @Test
    @DisplayName(
            "a fee that cannot be worked out yet is never zero: it waits, and is posted when the last copy arrives")
    void aMissingCopyIsAwaited() {
        UUID agency = UUID.randomUUID();
        UUID contractor = UUID.randomUUID();
        String number = Scene.newNumber();
        var order = scene.order(agency, number, "2026-08-03").issued("100.00");
        deliveries.deliver("cmas.agencies", "agency.registered.v1", agency, 1, Scene.agencyState(agency, "DISTRICT"));
        deliveries.deliver(
                "cmas.agreements",
                "agreement.registered.v1",
                number,
                1,
                Scene.agreementState(number, contractor, "ACTIVE", "2026-01-01", "2026-01-01", "2026-12-31"));
        entriesOf(order).body("items", hasSize(0));
        Api.report(number, "2026-Q3")
                .statusCode(200)
                .body("uncomputable[0].orderId", equalTo(order.orderId.toString()))
                .body("uncomputable[0].missing", contains("contractor " + contractor));
        Api.file(contractor, number, "2026-Q3").statusCode(422).body("type", equalTo("/problems/fee-uncomputable"));
        deliveries.deliver(
                "cmas.contractors",
                "contractor.registered.v1",
                contractor,
                1,
                Scene.contractorState(contractor, Scene.certificate("MB", "2026-08-03", "2027-08-02")));
        entriesOf(order).body("items.treatment", contains("WAIVED"));
        Api.report(number, "2026-Q3").body("uncomputable", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update posting set base = base",
                "delete from posting",
                "truncate posting cascade",
                "update ledger_entry set amount = amount",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "update fee_rate set rate = 0.02",
                "delete from fee_rate",
                "update report_due_rule set day_of_next_month = 30",
                "update fee_rate set activated_by = null, activated_at = null, activation = null",
                "delete from report_due_rule",
                "update order_change set order_date = order_date",
                "delete from order_change_amount",
                "delete from filed_statement"
            })
    @DisplayName("the database itself refuses to edit what is append-only")
    void theDatabaseRefusesEdits(String sql) {
        assertThatThrownBy(() -> execute(sql)).isInstanceOf(SQLException.class).hasMessageContaining("append-only");
    }

    @Test
    @DisplayName("the database itself refuses entries that do not balance")
    void unbalancedEntriesAreRefused() {
        String number = scene.agreement(scene.contractor(), "2026-01-01", "2026-12-31");
        scene.order(scene.agency("CITY"), number, "2026-08-03").issued("100.00");
        assertThatThrownBy(() -> execute("""
                        insert into ledger_entry select cmas_number, posting_id, line + 10, book, account, amount
                        from ledger_entry where cmas_number = '%s' and line < 4""".formatted(number))).hasMessageContaining("do not balance");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, '', has no entries",
        "0, '', ",
        "1000, '1000 -1000 12.5 -12.5', ",
        "1000, '999.99 -999.99 12.5 -12.5', another figure",
        "1000, '1000 -1000 12.49 -12.49', another figure",
        "0, '0.01 -0.01 0.01 -0.01', another figure"
    })
    @DisplayName("the database itself refuses a posting without the entries that say the same")
    void aPostingHasItsEntries(String base, String entries, String refusal) throws SQLException {
        String number = scene.agreement(scene.contractor(), "1996-01-01", "1996-12-31");
        String posting = UUID.randomUUID().toString();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into posting (cmas_number, posting_id, order_id, number_in_order, document_version, cause, agency_type,
                        contractor_id, quarter, belongs_to_quarter, rate, treatment, base, fee_due, fee_waived, orders, event_id, posted_at)
                    values ('%s', '%s', '%2$s', 1, 1, 'ORIGINAL', 'CITY', '%2$s', '1996-Q1', '1996-Q1', 0.0125, 'DUE', %3$s,
                        0.0125 * %3$s, 0, 1, '%2$s', now())""".formatted(number, posting, base));
            if (refusal == null) {
                enter(statement, number, posting, entries);
                statement.execute("set constraints all immediate");
            } else {
                assertThatThrownBy(() -> {
                            enter(statement, number, posting, entries);
                            statement.execute("set constraints all immediate");
                        })
                        .hasMessageContaining(refusal);
            }
            connection.rollback();
        }
    }

    /** @param amounts the sides, in the order sales, orders, owed, assessed; none when empty */
    private static void enter(Statement statement, String number, String posting, String amounts) throws SQLException {
        if (!amounts.isEmpty()) {
            String[] side = amounts.split(" ");
            statement.execute("""
                    insert into ledger_entry (cmas_number, posting_id, line, book, account, amount) values
                        ('%s', '%s', 1, 'SALES', 'sales:%1$s', %s), ('%1$s', '%2$s', 2, 'SALES', 'purchase-orders', %s),
                        ('%1$s', '%2$s', 3, 'FEE', 'fee-receivable:%1$s', %s), ('%1$s', '%2$s', 4, 'FEE', 'fee-assessed', %s)""".formatted(number, posting, side[0], side[1], side[2], side[3]));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @DisplayName("the list is paged by key, filtered by agreement and quarter, and a contractor sees its own only")
    void theListIsPagedByKey() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        UUID agency = scene.agency("CITY");
        for (int i = 1; i <= 3; i++) {
            scene.order(agency, number, "2026-08-0" + i).issued("10.0" + i);
        }
        scene.order(agency, number, "2026-05-01").issued("7.00");
        String next = Api.contractor(contractor)
                .queryParam("cmasNumber", "#" + number)
                .get("/v1/ledger-entries?quarter=2026-Q3&limit=2")
                .then()
                .statusCode(200)
                .body("items.base", contains("10.01", "10.02"))
                .extract()
                .path("next");
        Api.contractor(contractor)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.base", contains("10.03"))
                .body("items.quarter", everyItem(is("2026-Q3")))
                .body("next", nullValue());
        Api.contractor(scene.contractor())
                .get("/v1/ledger-entries?cmasNumber={n}", number)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmasNumber=GS-35F-0119Y",
                "quarter=2026Q3",
                "orderId=7",
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x"
            })
    void badFiltersAreNamed(String query) {
        Api.analyst()
                .get("/v1/ledger-entries?" + query)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("errors[0].parameter", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void theLedgerIsNotForBuyers() {
        given().get("/v1/ledger-entries").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.buyer(UUID.randomUUID()))
                .get("/v1/ledger-entries")
                .then()
                .statusCode(403);
    }
}
