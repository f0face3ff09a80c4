package org.opencmas.console.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;

/**
 * The body of an order as the services take it, made of the form's fields and, for what no field shows, of the version that it
 * began with: procurement, particulars, certification, the printed contract number and signed attestations are never lost by an edit.
 * Totals and amounts that the agency once declared are not sent again, since they spoke of the order as it was before the edit.
 */
final class DraftBody {
    private static final int LONGEST = 1_000;
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final List<String> KEPT = List.of("certificationVerification", "procurement", "particulars");

    /** What a stored line has beside the body's fields, and its amount: the service works them out. All else of a line is kept. */
    static final Set<String> WORKED_OUT_OF_LINE = Set.of("amount", "cmasNumberAsPrinted", "pricedOn", "subNumber");

    private static final List<String> OF_ATTESTATION =
            List.of("rule", "statement", "attestedBy", "attestedOn", "evidence", "lineIds");

    private final Inputs inputs;
    private final JsonNode before;
    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    /**
     * Begins a body.
     *
     * @param before the version that the form began with; empty for a new order
     */
    DraftBody(Inputs inputs, JsonNode before) {
        this.inputs = inputs;
        this.before = before;
    }

    /**
     * Reads the fields; what is wrong stands in them.
     *
     * @param contractorId of the agreements; empty while no agreement is known
     * @param today for attestations signed now
     */
    ObjectNode read(String contractorId, String today) {
        text("agencyOrderNumber", "must be the number that your agency gives the order.");
        inputs.day("orderDate")
                .ifPresentOrElse(
                        day -> body.put("orderDate", day.toString()),
                        () -> inputs.wrong("orderDate", "must be the date on the order."));
        if (!contractorId.isEmpty()) {
            body.put("contractorId", contractorId);
        }
        body.put("paymentMethod", inputs.value("paymentMethod").equals("CAL_CARD") ? "CAL_CARD" : "INVOICE");
        optional("orderToLocation").ifPresent(place -> body.put("orderToLocation", place));
        body.put("tax", Figures.dollars(inputs, "tax").orElse(BigDecimal.ZERO).toPlainString());
        body.put(
                "freight",
                Figures.dollars(inputs, "freight").orElse(BigDecimal.ZERO).toPlainString());
        KEPT.forEach(part -> keep(body, before, part));
        if (!before.path("contractNumber").asText().isEmpty()) {
            keep(body, before, "contractNumber");
        }
        delivery();
        lines();
        attestations(today);
        return body;
    }

    private void delivery() {
        ObjectNode delivery = JsonNodeFactory.instance.objectNode();
        for (String field : DraftFields.OF_DELIVERY) {
            inputs.day(field).ifPresent(day -> delivery.put(field, day.toString()));
        }
        if (!delivery.isEmpty()) {
            body.set("delivery", delivery);
        }
    }

    private void lines() {
        ArrayNode lines = body.putArray("lines");
        int line = 0;
        while (line < DraftFields.MOST_LINES && inputs.has(DraftFields.lineField(line, "lineId"))) {
            line(lines.addObject(), line);
            line++;
        }
        if (line == 0) {
            inputs.wrongAsAWhole("Lines", "There must be at least one.");
        }
    }

    private void line(ObjectNode line, int index) {
        for (String field : DraftFields.OF_LINE) {
            inputs.name(
                    DraftFields.lineField(index, field),
                    "Line " + inputs.value(DraftFields.lineField(index, "lineId")) + ": "
                            + DraftLine.label(field).toLowerCase(Locale.ROOT));
        }
        String id = required(index, "lineId");
        line.put("lineId", id);
        line.put("cmasNumber", required(index, "cmasNumber"));
        line.put("description", required(index, "description"));
        line.put("unit", required(index, "unit"));
        optional(DraftFields.lineField(index, "itemId")).ifPresent(item -> line.put("itemId", item));
        figure(line, index, "quantity", Figures.quantity(inputs, DraftFields.lineField(index, "quantity")));
        figure(line, index, "unitPrice", Figures.unitPrice(inputs, DraftFields.lineField(index, "unitPrice")));
        optional(DraftFields.lineField(index, "kind")).ifPresent(kind -> line.put("kind", kind));
        boolean nsp = inputs.value(DraftFields.lineField(index, "nsp")).equals("true");
        line.put("nsp", nsp);
        if (nsp) {
            optional(DraftFields.lineField(index, "nspReason")).ifPresent(reason -> line.put("nspReason", reason));
            optional(DraftFields.lineField(index, "supportsLineIds")).ifPresent(ids -> {
                ArrayNode supported = line.putArray("supportsLineIds");
                COMMA.splitAsStream(ids).forEach(supported::add);
            });
        }
        for (JsonNode was : before.path("lines")) {
            if (was.path("lineId").asText().equals(id)) {
                was.fieldNames().forEachRemaining(part -> {
                    if (!DraftFields.OF_LINE.contains(part) && !WORKED_OUT_OF_LINE.contains(part)) {
                        keep(line, was, part);
                    }
                });
            }
        }
    }

    /** Those that stand, unless their rule is signed anew, and those that are signed now. */
    private void attestations(String today) {
        ArrayNode attestations = JsonNodeFactory.instance.arrayNode();
        List<String> now = inputs.texts("attest", 50);
        for (JsonNode standing : before.path("attestations")) {
            if (!now.contains(standing.path("rule").asText())) {
                ObjectNode kept = attestations.addObject();
                OF_ATTESTATION.forEach(part -> keep(kept, standing, part));
            }
        }
        for (String rule : now) {
            String statement = optional("attest." + rule + ".statement").orElse("");
            if (statement.isEmpty()) {
                inputs.wrong("attest." + rule + ".statement", "must say what you attest.");
            }
            ObjectNode signed = attestations
                    .addObject()
                    .put("rule", rule)
                    .put("statement", statement)
                    .put("attestedOn", today);
            optional("attest." + rule + ".evidence").ifPresent(evidence -> signed.put("evidence", evidence));
        }
        if (!attestations.isEmpty()) {
            body.set("attestations", attestations);
        }
    }

    private void figure(ObjectNode line, int index, String field, Optional<BigDecimal> figure) {
        figure.ifPresentOrElse(
                value -> line.put(field, value.toPlainString()),
                () -> inputs.wrong(DraftFields.lineField(index, field), "must be given."));
    }

    private String required(int line, String field) {
        String text = inputs.text(DraftFields.lineField(line, field), LONGEST);
        if (text.isEmpty()) {
            inputs.wrong(DraftFields.lineField(line, field), "must be given.");
        }
        return text;
    }

    private void text(String field, String missing) {
        String text = inputs.text(field);
        if (text.isEmpty()) {
            inputs.wrong(field, missing);
        }
        body.put(field, text);
    }

    private Optional<String> optional(String field) {
        return Optional.of(inputs.text(field, LONGEST)).filter(text -> !text.isEmpty());
    }

    private static void keep(ObjectNode to, JsonNode from, String part) {
        JsonNode value = from.path(part);
        if (!value.isMissingNode() && !value.isNull()) {
            to.set(part, value);
        }
    }
}
