package org.opencmas.fees.ledger;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.terms.AgencyType;
import org.opencmas.testkit.TestInfrastructure;

/** How an order is paid, which lines it holds and who bought it: what changes the incentive fee, and what does not. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class WhatBearsTheFeeTest {
    private static final String ORDER_DATE = "2026-08-03";

    @Inject
    Scene scene;

    @Inject
    Deliveries deliveries;

    private UUID issued(String number, String change, String into) {
        UUID orderId = UUID.randomUUID();
        String state = Scene.orderState(orderId, scene.agency("CITY"), number, 1, ORDER_DATE, ORDER_DATE, "1000.00");
        deliveries.deliver("cmas.orders", "order.issued.v1", orderId, 1, state.replace(change, into));
        return orderId;
    }

    private static ValidatableResponse entriesOf(UUID orderId) {
        return Api.analyst()
                .get("/v1/ledger-entries?orderId={id}", orderId)
                .then()
                .statusCode(200);
    }

    private String agreementInTerm() {
        return scene.agreement(scene.contractor(), "2026-01-01", "2026-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAL_CARD", "INVOICE"})
    @DisplayName(
            "FEE-CALCARD: an order bears the same fee however it is paid, and tax and freight are no part of its base")
    void thePaymentMethodChangesNothing(String paymentMethod) {
        UUID orderId = issued(
                agreementInTerm(),
                "\"paymentMethod\":\"CAL_CARD\"",
                "\"paymentMethod\":\"%s\"".formatted(paymentMethod));
        entriesOf(orderId).body("items.base", contains("1000.00")).body("items.fee", contains("12.50"));
    }

    @Test
    @DisplayName("FEE-NSP: lines that no price list holds are part of the order and bear the fee")
    void nspLinesBearTheFee() {
        String lines = """
                "lines":[{"lineId":"1","nsp":false,"amount":"900.00"},{"lineId":"2","nsp":true,"amount":"100.00"}]""";
        entriesOf(issued(agreementInTerm(), "\"lines\":[]", lines))
                .body("items.base", contains("1000.00"))
                .body("items.fee", contains("12.50"));
    }

    @ParameterizedTest
    @EnumSource(names = "STATE_DEPARTMENT", mode = EnumSource.Mode.EXCLUDE, value = AgencyType.class)
    @DisplayName(
            "FEE-NO-LOCAL-ADMIN: a local agency owes nothing: its order is posted to sales and the contractor's fee alone")
    void noLocalAgencyIsBilled(AgencyType type) {
        String number = agreementInTerm();
        var order = scene.order(scene.agency(type.name()), number, ORDER_DATE).issued("1000.00");
        entriesOf(order.orderId)
                .body("items", hasSize(1))
                .body(
                        "items[0].entries.account",
                        contains("sales:" + number, "purchase-orders", "fee-receivable:" + number, "fee-assessed"));
    }

    @Test
    @DisplayName(
            "RPT-PER-CMAS: each suffix of a number is an agreement with a report of its own, which holds its own sales only")
    void eachSuffixHasItsOwnReport() {
        UUID contractor = scene.contractor();
        UUID agency = scene.agency("CITY");
        String number = Scene.newNumber();
        List<String> suffixed = List.of(number + "A", number + "B");
        for (String each : suffixed) {
            deliveries.deliver(
                    "cmas.agreements",
                    "agreement.registered.v1",
                    each,
                    1,
                    Scene.agreementState(each, contractor, "ACTIVE", "2026-07-01", "2026-07-01", "2026-09-30"));
        }
        scene.order(agency, suffixed.getFirst(), ORDER_DATE).issued("400.00");
        scene.order(agency, suffixed.getLast(), ORDER_DATE).issued("600.00");

        for (String each : suffixed) {
            Api.analyst()
                    .get("/v1/report-obligations?cmasNumber={number}", each)
                    .then()
                    .statusCode(200)
                    .body("items.quarter", contains("2026-Q3"));
        }
        Api.report(suffixed.getFirst(), "2026-Q3")
                .statusCode(200)
                .body("lines.totalExcludingTaxAndFreight", contains("400.00"));
        Api.report(suffixed.getLast(), "2026-Q3")
                .statusCode(200)
                .body("lines.totalExcludingTaxAndFreight", contains("600.00"));
        Api.report(number, "2026-Q3").statusCode(not(200));
    }
}
