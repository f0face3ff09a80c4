package org.opencmas.order.purchaseorder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;
import org.opencmas.terms.Usd;

/**
 * Reads the fields of a body one by one and notes every fault with its place, so that one answer names them all. After
 * a fault a harmless value stands in, and {@link #requireNoFaults()} makes sure that it is never used.
 */
final class FieldReader {
    /** Largest number of faults that an answer lists, inclusive. */
    static final int MAX_FAULTS = 500;

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,18})?");
    private static final Pattern CIVIL_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final UUID NO_ID = new UUID(0, 0);

    private final List<Fault> faults = new ArrayList<>();

    void fault(String pointer, String detail, @Nullable String remedy) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(new Fault(pointer, detail, remedy));
        }
    }

    void fault(String pointer, String detail) {
        fault(pointer, detail, null);
    }

    /** What was found so far. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    int faultCount() {
        return faults.size();
    }

    /** @throws InvalidRequest (400) with all faults, when there is one */
    void requireNoFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    /** A text of 1 to {@code longest} characters that must be there. */
    String text(String pointer, @Nullable String raw, int longest) {
        String text = optionalText(pointer, raw, longest);
        if (text == null && (raw == null || raw.isBlank())) {
            fault(pointer, "is missing");
        }
        return text == null ? "" : text;
    }

    /** A text of at most {@code longest} characters; blank counts as absent. */
    @Nullable
    String optionalText(String pointer, @Nullable String raw, int longest) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String text = raw.strip();
        if (text.length() > longest) {
            fault(pointer, "has " + text.length() + " characters, at most " + longest + " are allowed");
            return null;
        }
        if (text.codePoints().anyMatch(FieldReader::isUnprintable)) {
            fault(pointer, "holds a control character or half a character");
            return null;
        }
        return text;
    }

    private static boolean isUnprintable(int codePoint) {
        boolean lineBreak = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        boolean loneSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return loneSurrogate || (Character.isISOControl(codePoint) && !lineBreak);
    }

    LocalDate date(String pointer, @Nullable String raw) {
        LocalDate date = optionalDate(pointer, raw);
        if (date == null && raw == null) {
            fault(pointer, "is missing", "Give a date such as 2026-03-31.");
        }
        return date == null ? EARLIEST : date;
    }

    @Nullable
    LocalDate optionalDate(String pointer, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        LocalDate date = CIVIL_DATE.matcher(raw).matches() ? civilDate(raw) : null;
        if (date == null) {
            fault(pointer, "\"" + shortened(raw) + "\" is no date", "Give a date such as 2026-03-31.");
        } else if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            fault(pointer, date + " is not between " + EARLIEST + " and " + LATEST);
        }
        return date;
    }

    private static @Nullable LocalDate civilDate(String raw) {
        try {
            return LocalDate.parse(raw);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    UUID id(String pointer, @Nullable String raw) {
        if (raw == null) {
            fault(pointer, "is missing");
            return NO_ID;
        }
        try {
            UUID id = UUID.fromString(raw);
            if (id.toString().equalsIgnoreCase(raw)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Told below, together with the texts that the parser would quietly complete.
        }
        fault(pointer, "\"" + shortened(raw) + "\" is no UUID");
        return NO_ID;
    }

    /** An amount of money that is not negative, with at most the given number of decimals. */
    Usd money(String pointer, @Nullable String raw, int decimals) {
        BigDecimal amount = decimal(pointer, raw, decimals);
        if (amount.signum() < 0) {
            fault(pointer, "is negative");
        }
        return Usd.of(amount);
    }

    /** A quantity above zero with at most six decimals. */
    BigDecimal quantity(String pointer, @Nullable String raw) {
        BigDecimal quantity = decimal(pointer, raw, 6);
        if (raw != null && quantity.signum() <= 0 && PLAIN_DECIMAL.matcher(raw).matches()) {
            fault(pointer, "must be greater than 0");
        }
        BigDecimal shortest = quantity.stripTrailingZeros();
        return shortest.setScale(Math.max(0, shortest.scale()), java.math.RoundingMode.UNNECESSARY);
    }

    private BigDecimal decimal(String pointer, @Nullable String raw, int decimals) {
        if (raw == null) {
            fault(pointer, "is missing");
            return BigDecimal.ZERO;
        }
        if (!PLAIN_DECIMAL.matcher(raw).matches()) {
            fault(
                    pointer,
                    "\"" + shortened(raw) + "\" is no plain decimal",
                    "Write digits with a point, such as \"1250.00\": no sign of currency, no thousands separator, no"
                            + " exponent, at most 12 digits before the point.");
            return BigDecimal.ZERO;
        }
        BigDecimal value = new BigDecimal(raw);
        if (value.stripTrailingZeros().scale() > decimals) {
            fault(pointer, raw + " has more than " + decimals + " decimals");
        }
        return value;
    }

    @Nullable
    CmasNumber cmasNumber(String pointer, @Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            fault(pointer, "is missing");
            return null;
        }
        try {
            return CmasNumber.parse(raw);
        } catch (InvalidCmasNumber e) {
            fault(pointer, "is no CMAS number: " + e.getMessage());
            return null;
        }
    }

    /** One of an enum's names, in any case; the default when absent. */
    <E extends Enum<E>> E choice(String pointer, @Nullable String raw, E otherwise) {
        if (raw == null) {
            return otherwise;
        }
        E[] choices = otherwise.getDeclaringClass().getEnumConstants();
        for (E choice : choices) {
            if (choice.name().equalsIgnoreCase(raw.strip())) {
                return choice;
            }
        }
        fault(pointer, "\"" + shortened(raw) + "\" is not one of " + Arrays.toString(choices));
        return otherwise;
    }

    private static String shortened(String raw) {
        String oneLine = raw.replaceAll("\\p{Cntrl}|[\\ud800-\\udfff]", "?");
        return oneLine.length() <= 60 ? oneLine : oneLine.substring(0, 60) + "...";
    }
}
