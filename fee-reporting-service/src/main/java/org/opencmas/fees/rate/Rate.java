package org.opencmas.fees.rate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.opencmas.terms.Usd;

/**
 * A share of an amount, exact: 1.25% is {@code 0.0125}. Equal by value, whatever the number of trailing zeros.
 *
 * @param fraction from 0 up to, not including, 1
 */
public record Rate(BigDecimal fraction) implements Comparable<Rate> {
    /** No fee at all. */
    public static final Rate NONE = new Rate(BigDecimal.ZERO);

    public Rate {
        if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("a rate is at least 0 and less than 1, not " + fraction.toPlainString());
        }
        fraction = fraction.signum() == 0 ? BigDecimal.ZERO : fraction.stripTrailingZeros();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Rate of(String fraction) {
        return new Rate(new BigDecimal(fraction));
    }

    /** The exact share of the amount, not rounded. */
    public Usd shareOf(Usd amount) {
        return amount.times(fraction);
    }

    /** For a person: {@code 1.25%}. */
    public String percent() {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    @Override
    public int compareTo(Rate other) {
        return fraction.compareTo(other.fraction);
    }

    /** The fraction in plain digits: {@code 0.0125}. */
    @JsonValue
    @Override
    public String toString() {
        return fraction.toPlainString();
    }
}
