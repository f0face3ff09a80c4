package org.opencmas.console.frame.field;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Figures that a reader typed: exact decimals, with or without commas and a dollar sign. */
public final class Figures {
    private static final Pattern FIGURE = Pattern.compile("-?([0-9]{1,13}|[0-9]{1,3}(,[0-9]{3}){1,4})(\\.[0-9]+)?");

    private Figures() {}

    /** Returns dollars with at most two places; empty when nothing was typed, a fault of the field when it is no amount. */
    public static Optional<BigDecimal> dollars(Inputs inputs, String field) {
        return figure(inputs, field, 2, "must be an amount such as 1,234.50.");
    }

    /** Returns the price of one unit, with at most six places. */
    public static Optional<BigDecimal> unitPrice(Inputs inputs, String field) {
        return figure(inputs, field, 6, "must be a price such as 106.33, with at most six places.");
    }

    /** Returns a quantity, with at most six places. */
    public static Optional<BigDecimal> quantity(Inputs inputs, String field) {
        return figure(inputs, field, 6, "must be a number such as 40 or 2.5.");
    }

    /** Returns a share that was typed in per cent, with or without the sign and with at most four places: 1.25 is 0.0125. */
    public static Optional<BigDecimal> percent(Inputs inputs, String field) {
        return figure(
                        inputs,
                        field,
                        inputs.text(field).replaceFirst("%$", ""),
                        4,
                        "must be per cent such as 1.25, with at most four places.")
                .map(percent -> percent.movePointLeft(2));
    }

    /** Returns a whole number from 0. */
    public static Optional<Integer> count(Inputs inputs, String field) {
        return figure(inputs, field, 0, "must be a whole number such as 0 or 1.")
                .map(BigDecimal::intValue);
    }

    private static Optional<BigDecimal> figure(Inputs inputs, String field, int places, String expected) {
        return figure(inputs, field, inputs.text(field), places, expected);
    }

    private static Optional<BigDecimal> figure(Inputs inputs, String field, String typed, int places, String expected) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        String plain = typed.replace("$", "").replace(" ", "");
        // Only commas between thousands: where another country's 12,50 became 1250, a hundredfold would be ordered or
        // reported.
        if (FIGURE.matcher(plain).matches()) {
            BigDecimal figure = new BigDecimal(plain.replace(",", ""));
            if (figure.scale() <= places) {
                return Optional.of(figure);
            }
        }
        inputs.wrong(field, expected);
        return Optional.empty();
    }
}
