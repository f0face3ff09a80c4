package org.opencmas.terms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number that tells one CMAS from all others, such as {@code 3-12-70-2473E} (Guide s3 p10).
 *
 * <p>The first digit says the {@linkplain ProcurementKind kind} (CON-NUMBER-CATEGORY). The letter at the end, if there is
 * one, belongs to the number: {@code 3-12-70-2473E} and {@code 3-12-70-2473F} are two agreements, and the number without
 * a letter is a third (CON-NUMBER-SUFFIX). Newer numbers have none. Nothing is inferred from the two pairs in between.
 *
 * <p>Numbers are printed carelessly, so a few slips are read through: a {@code #} or the word CMAS in front, lower case, other
 * dashes, spaces, a dash too few. The digits of the last group are kept as printed, three or four. The {@linkplain #raw() text
 * as given} is kept beside the {@linkplain #canonical() one spelling} by which numbers are compared.
 */
public final class CmasNumber {
    private static final int LONGEST_RAW = 100;
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u202f]+");
    private static final Pattern WORDS_IN_FRONT =
            Pattern.compile("^(CMAS)?( (CONTRACT|AGREEMENT))?( ?(NUMBER|NO\\.?))?[ #:]*(?=[0-9])");
    private static final Pattern PRINTED =
            Pattern.compile("([34])[- ]+(\\d{2})[- ]*(\\d{2})[- ]*(\\d{3,4})[- ]*([A-Z])?");

    private final String raw;
    private final String canonical;
    private final @Nullable Character suffix;

    private CmasNumber(String raw, Matcher printed) {
        String letter = printed.group(5);
        this.raw = raw;
        this.canonical = "%s-%s-%s-%s%s"
                .formatted(
                        printed.group(1),
                        printed.group(2),
                        printed.group(3),
                        printed.group(4),
                        letter == null ? "" : letter);
        this.suffix = letter == null ? null : letter.charAt(0);
    }

    /**
     * Reads a number in any of the printings seen on orders and agendas.
     *
     * @throws InvalidCmasNumber for anything else; the reason tells other known kinds of numbers apart
     */
    @JsonCreator
    public static CmasNumber parse(String raw) {
        if (raw.length() > LONGEST_RAW) {
            throw new InvalidCmasNumber(
                    raw, "A CMAS number is written in at most " + LONGEST_RAW + " characters.", List.of());
        }
        return read(raw)
                .orElseThrow(() -> new InvalidCmasNumber(raw, MisreadNumber.reason(plain(raw)), suggestions(raw)));
    }

    /**
     * What a text that is no number may have been before it was misread (B for 8, O for 0).
     *
     * @return nothing when the text is a number as it stands: a valid number is never called in question
     */
    public static List<CmasNumber> suggestions(String raw) {
        if (raw.length() > LONGEST_RAW || read(raw).isPresent()) {
            return List.of();
        }
        return MisreadNumber.readings(plain(raw)).stream()
                .flatMap(reading -> read(reading).stream())
                .distinct()
                .toList();
    }

    private static Optional<CmasNumber> read(String raw) {
        if (raw.length() > LONGEST_RAW) {
            return Optional.empty();
        }
        // Most numbers come from where they were written clean.
        Matcher clean = PRINTED.matcher(raw);
        if (clean.matches()) {
            return Optional.of(new CmasNumber(raw, clean));
        }
        Matcher matcher = PRINTED.matcher(plain(raw));
        return matcher.matches() ? Optional.of(new CmasNumber(raw, matcher)) : Optional.empty();
    }

    /** Upper case, one kind of dash, one kind of space, without the words and signs that are written in front of a number. */
    private static String plain(String raw) {
        String dashed = DASHES.matcher(raw.toUpperCase(Locale.ROOT)).replaceAll("-");
        String spaced = SPACES.matcher(dashed).replaceAll(" ").strip();
        return WORDS_IN_FRONT.matcher(spaced).replaceFirst("");
    }

    /** The text as it was given, dirt included. */
    public String raw() {
        return raw;
    }

    /** The one spelling by which numbers are compared, stored and sent. */
    @JsonValue
    public String canonical() {
        return canonical;
    }

    public ProcurementKind kind() {
        return ProcurementKind.ofFirstDigit(canonical.charAt(0));
    }

    /** The letter at the end, which tells apart the agreements of one contractor. */
    public Optional<Character> suffix() {
        return Optional.ofNullable(suffix);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CmasNumber that && canonical.equals(that.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return canonical;
    }
}
