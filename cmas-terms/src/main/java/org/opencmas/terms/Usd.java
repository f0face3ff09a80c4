package org.opencmas.terms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * An exact amount of US dollars, of either sign and with as many decimals as a calculation needs. Nothing is rounded unless
 * {@link #cents} is asked for it. Two amounts are equal when their values are, however many zeros are written.
 */
public final class Usd implements Comparable<Usd> {
    public static final Usd ZERO = new Usd(BigDecimal.ZERO);

    private static final Pattern PRINTED = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final int CENT_DECIMALS = 2;

    private final BigDecimal amount;

    private Usd(BigDecimal amount) {
        this.amount = amount;
    }

    /**
     * Reads a plain decimal such as {@code 1250.00} or {@code -0.125}: at most 18 digits before and after the point.
     *
     * @throws IllegalArgumentException for a currency sign, a thousands separator, an exponent or anything else
     */
    @JsonCreator
    public static Usd of(String text) {
        if (!PRINTED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "An amount in US dollars is written as 1250.00, without sign of currency,"
                            + " comma or exponent, not as \"" + text + "\".");
        }
        return new Usd(new BigDecimal(text));
    }

    public static Usd of(BigDecimal amount) {
        return new Usd(amount);
    }

    /** The sum of all; {@link #ZERO} for none. */
    public static Usd sum(Collection<Usd> amounts) {
        return amounts.stream().reduce(ZERO, Usd::plus);
    }

    public Usd plus(Usd other) {
        return new Usd(amount.add(other.amount));
    }

    public Usd minus(Usd other) {
        return new Usd(amount.subtract(other.amount));
    }

    public Usd negated() {
        return new Usd(amount.negate());
    }

    /** The exact product; the decimals of both factors are kept. */
    public Usd times(BigDecimal factor) {
        return new Usd(amount.multiply(factor));
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** True up to the limit and at the limit itself. */
    public boolean isAtMost(Usd limit) {
        return compareTo(limit) <= 0;
    }

    /** The amount in whole cents, rounded as told. */
    public Usd cents(RoundingMode rounding) {
        return new Usd(amount.setScale(CENT_DECIMALS, rounding));
    }

    /** In whole cents, half a cent away from zero: for line amounts and fees (FEE-INCENTIVE-RATE: 0.40 x 1.25% is 0.01). */
    public Usd roundedHalfUp() {
        return cents(RoundingMode.HALF_UP);
    }

    /** In whole cents, fractions dropped toward zero: for limits that may not be exceeded by rounding. */
    public Usd roundedDown() {
        return cents(RoundingMode.DOWN);
    }

    public BigDecimal amount() {
        return amount;
    }

    @Override
    public int compareTo(Usd other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Usd that && amount.compareTo(that.amount) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    /** The exact amount in plain digits with two places at least and no zeros beyond them: {@code 1250.00}, {@code 0.0125}. */
    @Override
    @JsonValue
    public String toString() {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(CENT_DECIMALS, shortest.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
