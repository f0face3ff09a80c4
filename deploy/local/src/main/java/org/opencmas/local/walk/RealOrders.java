package org.opencmas.local.walk;

import static org.opencmas.local.client.Service.COMPLIANCE;
import static org.opencmas.local.client.Service.FEES;
import static org.opencmas.local.client.Service.ORDER;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
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
        narrator.showOnce(
                "a dry run would issue it",
                () -> client.post(COMPLIANCE, "/v1/order-checks")
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
                "/subtotalExcludingTax");
        narrator.same("the base", order.row().getField("subtotal_excluding_tax"), placed.text("/subtotalExcludingTax"));
        Answer postings = narrator.showOnce(
                "it stands in the ledger",
                () -> client.get(FEES, "/v1/ledger-entries").as("auditor").query("orderId", placed.text("/orderId")),
                answer -> answer.body().path("items").size() > 0,
                "/items/0/quarter",
                "/items/0/base",
                "/items/0/rate",
                "/items/0/treatment",
                "/items/0/fee");
        return requireFee(order, new BigDecimal(rate), postings);
    }

    private BigDecimal requireFee(RealOrder order, BigDecimal rate, Answer postings) {
        BigDecimal fee = BigDecimal.ZERO;
        for (JsonNode posting : postings.body().path("items")) {
            fee = fee.add(new BigDecimal(posting.path("fee").asText()));
        }
        BigDecimal exact = new BigDecimal(order.row().getField("subtotal_excluding_tax")).multiply(rate);
        narrator.holds("the exact fee is base x rate, " + exact.toPlainString(), fee.compareTo(exact) == 0);
        BigDecimal rounded = fee.setScale(2, RoundingMode.HALF_UP);
        narrator.same("the fee rounded per agreement and quarter", order.row().getField("expected_fee"), rounded);
        return rounded;
    }
}
