package org.opencmas.problem.body;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.FaultList;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.value.SeenText;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/**
 * Reads the fields of a body, or the parameters of a request, one by one and notes every fault with its place, so that one
 * answer names them all. After a fault a harmless value stands in, and {@link #requireNoFaults()} makes sure that it is never
 * used. It is the one reader of fields in the suite; what a service adds is its own forms, by {@link #value}.
 */
public final class FieldReader {
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,18})?");
    private static final Pattern CIVIL_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final UUID NO_ID = new UUID(0, 0);

    private final FaultList faults = new FaultList();

    public void fault(String pointer, String detail, @Nullable String remedy) {
        fault(new Fault(pointer, detail, remedy));
    }

    /** Notes a fault that is worded already. */
    public void fault(Fault fault) {
        faults.add(fault);
    }

    public void fault(String pointer, String detail) {
        fault(pointer, detail, null);
    }

    /** What was found so far, as much of it as is told. */
    public List<Fault> faults() {
        return faults.told();
    }

    public int faultCount() {
        return faults.size();
    }

    /** Whether no fault was noted at that place or within it, so that what was read there may be compared with something else. */
    public boolean isSound(String pointer) {
        return faults.isSound(pointer);
    }

    /** @throws InvalidRequest (400) with all faults, when there is one */
    public void requireNoFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    /**
     * Refuses a body by what it says of itself.
     *
     * @param today in California
     * @throws InvalidRequest (400) with all faults, when there is one
     */
    public static void require(CheckedBody body, LocalDate today) {
        var fields = new FieldReader();
        body.check(fields, today);
        fields.requireNoFaults();
    }

    /** What is done with one entry of a list. */
    public interface Entry<T> {
        /** @param pointer the entry's place */
        void read(String pointer, T entry);
    }

    /** Reads each entry of a list of at most {@code most} entries, inclusive; of a longer one no entry is looked at. */
    public <T> void each(String pointer, List<? extends @Nullable T> sent, int most, Entry<T> entry) {
        if (sent.size() > most) {
            fault(pointer, "has " + sent.size() + " entries, at most " + most + " are allowed");
            return;
        }
        for (int i = 0; i < sent.size(); i++) {
            T one = sent.get(i);
            String at = pointer + "/" + i;
            if (one == null) {
                fault(at, "must not be null");
            } else {
                entry.read(at, one);
            }
        }
    }

    /** A text of 1 to {@code longest} characters that must be there. */
    public String text(String pointer, @Nullable String raw, int longest) {
        String text = optionalText(pointer, raw, longest);
        if (text == null && (raw == null || Identifier.isBlank(raw))) {
            fault(pointer, "is missing");
        }
        return text == null ? "" : text;
    }

    /** A text of at most {@code longest} characters; one that shows nothing counts as absent. */
    public @Nullable String optionalText(String pointer, @Nullable String raw, int longest) {
        if (raw == null || Identifier.isBlank(raw)) {
            return null;
        }
        String text = raw.strip();
        if (text.length() > longest) {
            fault(pointer, "has " + text.length() + " characters, at most " + longest + " are allowed");
            return null;
        }
        Optional<String> unseen = SeenText.fault(text);
        if (unseen.isPresent()) {
            fault(pointer, unseen.get(), "Type the text anew: what a reader sees would not be what is stored.");
            return null;
        }
        return text;
    }

    /** A code that tells one thing from others, of 1 to {@code longest} characters, that must be there. */
    public String identifier(String pointer, @Nullable String raw, int longest) {
        if (raw == null) {
            fault(pointer, "is missing");
            return "";
        }
        String identifier = optionalIdentifier(pointer, raw, longest);
        return identifier == null ? "" : identifier;
    }

    /** A code of 1 to {@code longest} characters; null when it is absent or at fault. */
    public @Nullable String optionalIdentifier(String pointer, @Nullable String raw, int longest) {
        if (raw == null) {
            return null;
        }
        Optional<String> fault = Identifier.fault(raw);
        if (fault.isPresent()) {
            fault(pointer, fault.get());
            return null;
        }
        String text = Identifier.of(raw).text();
        if (text.length() > longest) {
            fault(pointer, "has " + text.length() + " characters, at most " + longest + " are allowed");
            return null;
        }
        return text;
    }

    public LocalDate date(String pointer, @Nullable String raw) {
        LocalDate date = optionalDate(pointer, raw);
        if (date == null && raw == null) {
            fault(pointer, "is missing", "Give a date such as 2026-03-31.");
        }
        return date == null ? ProgramCalendar.FIRST_DAY : date;
    }

    public @Nullable LocalDate optionalDate(String pointer, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        LocalDate date = CIVIL_DATE.matcher(raw).matches() ? civilDate(raw) : null;
        if (date == null) {
            fault(pointer, "\"" + shortened(raw) + "\" is no date", "Give a date such as 2026-03-31.");
        } else if (!ProgramCalendar.isProgramDay(date)) {
            fault(pointer, ProgramCalendar.EXPECTED_DAYS);
        }
        return date;
    }

    /**
     * A first and a last day, inclusive.
     *
     * @param first null when it is absent or at fault
     * @param last likewise
     */
    public record Days(@Nullable LocalDate first, @Nullable LocalDate last) {}

    /** Days from one through another, of which the last is not before the first; each may be absent. */
    public Days optionalDays(String firstPointer, @Nullable String first, String lastPointer, @Nullable String last) {
        LocalDate from = optionalDate(firstPointer, first);
        LocalDate through = optionalDate(lastPointer, last);
        if (from != null && through != null && through.isBefore(from)) {
            fault(lastPointer, "is before the first day, " + from);
        }
        return new Days(from, through);
    }

    /**
     * A day on which something happened: not after today.
     *
     * @param today in California
     */
    public LocalDate pastDate(String pointer, @Nullable String raw, LocalDate today) {
        LocalDate date = date(pointer, raw);
        if (raw != null && date.isAfter(today) && ProgramCalendar.isProgramDay(date)) {
            fault(pointer, "is in the future: today is " + today + " in California");
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

    public UUID id(String pointer, @Nullable String raw) {
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
    public Usd money(String pointer, @Nullable String raw, int decimals) {
        BigDecimal amount = decimal(pointer, raw, decimals);
        if (amount.signum() < 0) {
            fault(pointer, "is negative");
        }
        return Usd.of(amount);
    }

    /** A quantity above zero with at most six decimals. */
    public BigDecimal quantity(String pointer, @Nullable String raw) {
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

    /**
     * A value with a form of its own, which must be there; null when it is absent or at fault.
     *
     * @param refusal what a text is that has not the form, such as {@code is no CMAS number}; the parser's own words follow
     * @param parser throws an {@link IllegalArgumentException} that says what is wrong with the text
     */
    public <T> @Nullable T value(String pointer, @Nullable String raw, String refusal, Function<String, T> parser) {
        if (raw == null || raw.isBlank()) {
            fault(pointer, "is missing");
            return null;
        }
        try {
            return parser.apply(raw);
        } catch (IllegalArgumentException e) {
            fault(pointer, refusal + ": " + e.getMessage());
            return null;
        }
    }

    /** One of an enum's names, in any case; the default when absent. */
    public <E extends Enum<E>> E choice(String pointer, @Nullable String raw, E otherwise) {
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

    /**
     * One of an enum's names, in any case; an absent one is a fault.
     *
     * @param standIn what is returned beside a fault
     */
    public <E extends Enum<E>> E requiredChoice(String pointer, @Nullable String raw, E standIn) {
        if (raw == null) {
            fault(pointer, "is missing");
        }
        return choice(pointer, raw, standIn);
    }

    /** A text as an answer may quote it: of one line, and no longer than anybody reads. */
    public static String shortened(String raw) {
        String oneLine = raw.replaceAll("\\p{Cntrl}|[\\ud800-\\udfff]", "?");
        return oneLine.length() <= 60 ? oneLine : oneLine.substring(0, 60) + "...";
    }
}
