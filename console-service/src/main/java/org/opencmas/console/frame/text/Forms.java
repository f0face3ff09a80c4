package org.opencmas.console.frame.text;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.ProgramCalendar;

/**
 * The one form of each kind of figure on every page. In a template: {@code {line.amount.money}}, {@code {line.unitPrice.unitPrice}}, {@code {agreement.termEnd.day}},
 * {@code {entry.recordedAt.moment}}, {@code {report.quarter.quarter}}, {@code {it.status.words}}.
 */
@TemplateExtension
public final class Forms {
    private static final int UNIT_PRICE_PLACES = 6;
    private static final int MOST_PLACES = 20;
    private static final Pattern FIGURE_NAME = Pattern.compile("\\b[a-z]+(?:[A-Z][a-z]*|[0-9]+)+\\b");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMMM d, uuuu, h:mm a z", Locale.US);

    private Forms() {}

    /** Dollars and cents, such as {@code 1,234.50}; an amount with more places keeps them, since a figure is never rounded by its page. */
    public static String money(BigDecimal amount) {
        return figure(amount, 2, MOST_PLACES);
    }

    /** A price of one unit, two to six places, such as {@code 0.012345}. */
    public static String unitPrice(BigDecimal price) {
        return figure(price, 2, UNIT_PRICE_PLACES);
    }

    /** A quantity or another plain number, without places that are not there: {@code 1,000} or {@code 2.5}. */
    public static String number(BigDecimal number) {
        return figure(number, 0, MOST_PLACES);
    }

    /** A count, such as {@code 1,234}. */
    public static String count(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** A count, such as {@code 1,234}. */
    public static String count(int number) {
        return number(BigDecimal.valueOf(number));
    }

    /** A share as per cent: {@code 0.0125} is {@code 1.25%}. */
    public static String percent(BigDecimal share) {
        return number(share.movePointRight(2).stripTrailingZeros()) + "%";
    }

    /** A day, such as {@code November 27, 2026}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** A moment in Pacific time, such as {@code November 27, 2026, 3:05 PM PST}. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(ProgramCalendar.ZONE));
    }

    /** A quarter as the API writes it ({@code 2026-Q3}), with its months: {@code 2026 Q3 (Jul-Sep)}. Text that is none stays as it is. */
    public static String quarter(String quarter) {
        try {
            return quarter(CalendarQuarter.parse(quarter));
        } catch (IllegalArgumentException none) {
            return quarter;
        }
    }

    /** A quarter with its months: {@code 2026 Q3 (Jul-Sep)}. */
    public static String quarter(CalendarQuarter quarter) {
        return quarter.year() + " Q" + quarter.number() + " (" + MONTH.format(quarter.firstDay()) + "-"
                + MONTH.format(quarter.lastDay()) + ")";
    }

    /** A code as the API writes it, for people: {@code STATE_AND_LOCAL} is {@code State and local}; one that is an abbreviation stays ({@code SB}, {@code NON_IT} is {@code Non-IT}). */
    public static String words(String code) {
        return CodeWords.of(code);
    }

    /** The same in small letters, within a sentence: {@code state and local}; an abbreviation stays. */
    public static String lower(String words) {
        boolean isAbbreviation = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return isAbbreviation || words.isEmpty()
                ? words
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** The name of a figure as the API writes it, for people: {@code notPastDue} is {@code Not past due}, and {@code days1To30} is {@code Days 1 to 30}. */
    public static String figureName(String member) {
        return words(member.replaceAll("([A-Z]|[0-9]+)", "_$1").toUpperCase(Locale.ROOT));
    }

    /** What the API says a figure is, with the other figures that it names in words. */
    public static String figureMeaning(String meaning) {
        return FIGURE_NAME.matcher(meaning).replaceAll(found -> {
            String name = figureName(found.group());
            return found.start() == 0 ? name : lower(name);
        });
    }

    /** What an agreement was found by, as the search's answer names it. */
    public static String found(String matchKind) {
        return switch (matchKind) {
            case "CONTRACTOR_NAME" -> "Contractor's name";
            case "FORMER_NAME" -> "Contractor's former name";
            case "SIMILAR_NAME" -> "A name spelled alike";
            case "CODE" -> "Product code or its title";
            case "ITEM_WORDS" -> "Price lines with these words";
            case "SIMILAR_ITEM" -> "Price lines with words spelled alike";
            default -> words(matchKind);
        };
    }

    /** What a person went on in spite of: a rule's id stays as it is, and a kind of doubt is told in words. */
    public static String ruleOrDoubt(String code) {
        return code.contains("_") ? words(code) : code;
    }

    /** The value of a dated figure, whose unit its name tells: {@code 25000.00} is {@code 25,000.00}. */
    public static String figureValue(String value) {
        if (!value.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            return value;
        }
        return figure(new BigDecimal(value), new BigDecimal(value).scale(), MOST_PLACES);
    }

    /** What breaking a rule of this kind does. */
    public static String broken(String ruleKind) {
        return switch (ruleKind) {
            case "BLOCK" -> "Blocks";
            case "WARNING" -> "Warns";
            case "CALCULATION" -> "Works out a figure";
            default -> words(ruleKind);
        };
    }

    /** Tells whether a text that came from a service may stand as the target of a link: nothing but an address of the web may. */
    public static boolean isWebAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    /** Text as a value in an address. */
    public static String urlPart(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Digits in groups of three, with at least and at most so many places; a page has hundreds of figures, so none builds a format for itself. */
    private static String figure(BigDecimal value, int least, int most) {
        BigDecimal shown = value.stripTrailingZeros();
        if (shown.scale() > most) {
            shown = shown.setScale(most, RoundingMode.HALF_UP).stripTrailingZeros();
        }
        String plain = (shown.scale() < least ? shown.setScale(least) : shown).toPlainString();
        int point = plain.indexOf('.');
        var text = new StringBuilder(plain);
        int first = plain.startsWith("-") ? 1 : 0;
        for (int at = (point < 0 ? plain.length() : point) - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
