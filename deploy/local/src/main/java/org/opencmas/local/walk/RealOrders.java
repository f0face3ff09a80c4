package org.opencmas.local.walk;

import static org.opencmas.local.client.Service.COMPLIANCE;
import static org.opencmas.local.client.Service.FEES;
import static org.opencmas.local.client.Service.ORDER;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.local.client.Answer;
import org.opencmas.local.client.SuiteClient;
import org.opencmas.local.sample.Sample;
import org.opencmas.local.sample.Sample.RealOrder;

/**
 * The orders of 1999 to 2023 that were found in public documents, placed under their own dates. Each must owe exactly the rate
 * of its day on its amount before tax and freight. They are placed once; a later run finds them.
 */
final class RealOrders {
    private static final String AUDITOR = "auditor";

    private final SuiteClient client;
    private final Narrator narrator;

    RealOrders(SuiteClient client, Narrator narrator) {
        this.client = client;
        this.narrator = narrator;
    }

    void replay() {
        BigDecimal total = BigDecimal.ZERO;
        for (RealOrder order : Sample.realOrders()) {
            total = total.add(replay(order));
        }
        narrator.say("the fees of the 14 real orders together: " + total.toPlainString());
    }

    private BigDecimal replay(RealOrder order) {
        String rate = order.row().getField("expected_rate");
        narrator.step("%s: %s, %s before tax and freight, rate of that day %s"
                .formatted(
                        order.id(),
                        order.row().getField("order_date"),
                        order.row().getField("subtotal_excluding_tax"),
                        rate));
        narrator.say(order.row().getField("source_url"));
        narrator.say("made up: " + order.row().getField("made_up").replace(";", ", "));
        String orderId = find(order).orElseGet(() -> place(order));
        Answer inForce = narrator.showOnce(
                "it is issued",
                () -> client.get(ORDER, "/v1/orders/" + orderId).as(order.clientId()),
                answer -> answer.text("/state").equals("ISSUED"),
                "/state",
                "/subtotalExcludingTax");
        narrator.same(
                "the base", order.row().getField("subtotal_excluding_tax"), inForce.text("/subtotalExcludingTax"));
        Answer postings = narrator.showOnce(
                "it stands in the ledger",
                () -> client.get(FEES, "/v1/ledger-entries").as(AUDITOR).query("orderId", orderId),
                answer -> !answer.body().path("items").isEmpty(),
                "/items/0/quarter",
                "/items/0/base",
                "/items/0/rate",
                "/items/0/treatment",
                "/items/0/fee");
        return requireFee(order, new BigDecimal(rate), postings);
    }

    private Optional<String> find(RealOrder order) {
        Answer found = narrator.show(
                client.get(ORDER, "/v1/orders")
                        .as(order.clientId())
                        .query("agencyOrderNumber", order.row().getField("agency_order_number")),
                "/items/0/orderId");
        return Optional.of(found.text("/items/0/orderId")).filter(orderId -> !orderId.isEmpty());
    }

    private String place(RealOrder order) {
        narrator.showOnce(
                "a dry run would issue it",
                () -> client.post(COMPLIANCE, "/v1/order-checks")
                        .storesNothing()
                        .as(order.clientId())
                        .json(order.body()),
                check -> Findings.decides(check, "ISSUE"),
                "/decision");
        Answer placed = narrator.show(
                client.post(ORDER, "/v1/orders")
                        .as(order.clientId())
                        .key("sample-"
                                + UUID.nameUUIDFromBytes(order.body().toString().getBytes(StandardCharsets.UTF_8)))
                        .waitSeconds(20)
                        .json(order.body()),
                "/orderId",
                "/state");
        narrator.holds("it is stored", placed.isSuccess());
        return placed.text("/orderId");
    }

    private BigDecimal requireFee(RealOrder order, BigDecimal rate, Answer postings) {
        BigDecimal fee = BigDecimal.ZERO;
        for (JsonNode posting : postings.body().path("items")) {
            fee = fee.add(new BigDecimal(posting.path("fee").asText()));
        }
        BigDecimal exact = new BigDecimal(order.row().getField("subtotal_excluding_tax")).multiply(rate);
        narrator.holds("the exact fee is base x rate, " + exact.toPlainString(), fee.compareTo(exact) == 0);
        String report = "/v1/quarterly-reports/" + postings.text("/items/0/cmasNumber") + "/"
                + postings.text("/items/0/quarter");
        Answer quarter = narrator.showOnce(
                "the report of its agreement and quarter holds it",
                () -> client.get(FEES, report).as(AUDITOR),
                answer -> answer.body().at("/totals/lineCount").asInt() > 0,
                "/totals/totalExcludingTaxAndFreight",
                "/totals/feeExact",
                "/totals/feeRounded");
        String rounded = order.row().getField("expected_fee");
        narrator.same("the fee rounded per agreement and quarter", rounded, quarter.text("/totals/feeRounded"));
        return new BigDecimal(rounded);
    }
}
