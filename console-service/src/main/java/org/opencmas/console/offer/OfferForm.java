package org.opencmas.console.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.console.client.Requests;
import org.opencmas.console.client.Requests.OfferLine;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;

/** An offer as it is typed in: from whom and when, and its lines. A row in which nothing was typed is no line. */
final class OfferForm {
    static final int MOST_LINES = 100;
    static final int FIRST_LINES = 3;
    private static final int DESCRIPTION_LONGEST = 1_000;
    private static final List<String> TYPED =
            List.of("cmasNumber", "itemId", "description", "unit", "quantity", "unitPrice");

    private OfferForm() {}

    /** Why an offer is not considered; one that is late is known by its moment. */
    enum NotResponsive {
        INCOMPLETE,
        DECLINED
    }

    /** What a line buys. */
    enum Kind {
        GOODS,
        SOFTWARE,
        SERVICES,
        TRAVEL
    }

    static Optional<Requests.NewOffer> read(Inputs inputs) {
        Optional<UUID> contractor = Optional.empty();
        try {
            contractor = Optional.of(UUID.fromString(inputs.text("contractorId")));
        } catch (IllegalArgumentException none) {
            inputs.wrong("contractorId", "must be one of those that were asked.");
        }
        Optional<Instant> received = PacificMoments.of(inputs, "receivedOn", "receivedAt");
        if (received.isEmpty()) {
            inputs.wrong("receivedOn", "must be the day on which the offer came.");
        }
        Optional<NotResponsive> notResponsive = inputs.choice("notResponsive", NotResponsive.class);
        String reason = inputs.paragraphs("reason", 1_000);
        String quotedBy = inputs.text("quotedBy");
        Optional<String> tax = Figures.dollars(inputs, "tax").map(BigDecimal::toPlainString);
        Optional<String> freight = Figures.dollars(inputs, "freight").map(BigDecimal::toPlainString);
        List<OfferLine> lines = lines(inputs);
        return contractor.isEmpty() || received.isEmpty() || !inputs.isFine()
                ? Optional.empty()
                : Optional.of(new Requests.NewOffer(
                        contractor.get(),
                        received.get(),
                        notResponsive.map(NotResponsive::name).orElse(null),
                        Inputs.unlessEmpty(reason),
                        Inputs.unlessEmpty(quotedBy),
                        tax.orElse(null),
                        freight.orElse(null),
                        lines));
    }

    private static List<OfferLine> lines(Inputs inputs) {
        List<OfferLine> lines = new ArrayList<>();
        for (int row = 0; row < rows(inputs); row++) {
            String at = "lines." + row + ".";
            if (isBlank(inputs, row)) {
                continue;
            }
            for (String field : TYPED) {
                inputs.name(at + field, "Line " + (row + 1) + ": " + label(field));
            }
            lines.add(new OfferLine(
                    Integer.toString((row + 1) * 10),
                    required(inputs, at + "cmasNumber"),
                    Inputs.unlessEmpty(inputs.text(at + "itemId")),
                    required(inputs, at + "description"),
                    required(inputs, at + "unit"),
                    figure(inputs, at + "quantity", Figures.quantity(inputs, at + "quantity")),
                    figure(inputs, at + "unitPrice", Figures.unitPrice(inputs, at + "unitPrice")),
                    inputs.choice(at + "kind", Kind.class).map(Kind::name).orElse(null)));
        }
        return lines;
    }

    /** Returns where the faults of what was read stand in the form: an empty row is not sent. */
    static Map<String, String> called(Inputs inputs) {
        Map<String, String> called = new HashMap<>();
        called.put("/receivedAt", "receivedOn");
        int sent = 0;
        for (int row = 0; row < rows(inputs); row++) {
            if (!isBlank(inputs, row)) {
                called.put("/lines/" + sent++, "lines." + row + ".");
            }
        }
        return called;
    }

    private static boolean isBlank(Inputs inputs, int row) {
        return TYPED.stream()
                .allMatch(field -> inputs.value("lines." + row + "." + field).isBlank());
    }

    static String label(String field) {
        return switch (field) {
            case "cmasNumber" -> "CMAS number";
            case "itemId" -> "item";
            case "unitPrice" -> "unit price";
            default -> field;
        };
    }

    private static String required(Inputs inputs, String field) {
        String text = inputs.text(field, DESCRIPTION_LONGEST);
        if (text.isEmpty()) {
            inputs.wrong(field, "must be given.");
        }
        return text;
    }

    private static String figure(Inputs inputs, String field, Optional<BigDecimal> figure) {
        if (figure.isEmpty()) {
            inputs.wrong(field, "must be given.");
        }
        return figure.map(BigDecimal::toPlainString).orElse("");
    }

    /** Returns how many rows for lines the form had. */
    static int rows(Inputs inputs) {
        return inputs.count(row -> "lines." + row + ".description", MOST_LINES);
    }
}
