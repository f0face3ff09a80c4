package org.opencmas.console.frame.text;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service's sentence as the pages write: days, amounts and codes in it stand as the API has them. What is quoted, and an example of what to type, stays as it is. In a template:
 * {@code {finding.message.inWords}}.
 */
@TemplateExtension
public final class Sentences {
    private static final String QUOTED = "\"[^\"]*\"|\\{\\{[^}]*}}|such as [^ ]+";
    private static final String DAY = "(?<![\\w/-])(?<day>[12][0-9]{3}-[0-9]{2}-[0-9]{2})(?![\\w-])";
    private static final String AMOUNT = "(?<![\\w.,/-])(?<amount>[0-9]{4,}\\.[0-9]{2,6})(?!\\w|[.,][0-9])";

    /** Codes have no digits, which the numbers of orders and items have. A code of one word looks like any abbreviation, so those that the services' sentences name are listed. */
    private static final String CODE = "(?<![\\w./-])(?<code>[A-Z]+(?:_[A-Z]+)+"
            + "|PERSONAL|CONSULTING|TECHNICAL|REQUIREMENTS|REVIEW|COMPARISON|SUBSCRIPTION"
            + "|SUSPENDED|ACTIVE|INCOMPLETE|DECLINED|APPROVED|ISSUED|RETURNED)(?![\\w-])";

    private static final Pattern WRITTEN = Pattern.compile(QUOTED + "|" + DAY + "|" + AMOUNT + "|" + CODE);

    private static final Pattern FIGURE = Pattern.compile("(?<![\\w.,-])[0-9]{4,}(?:\\.[0-9]+)?(?!\\w)");

    private Sentences() {}

    /** Returns the sentence with days as {@code November 30, 2026}, amounts as {@code 1,234.50} and codes in words. */
    public static String inWords(String sentence) {
        return WRITTEN.matcher(named(sentence)).replaceAll(found -> Matcher.quoteReplacement(written(found)));
    }

    /** Returns how a figure is worked out with the digits of each in groups of three: {@code 760,000.00 x 1.25% = 9,500}. */
    public static String grouped(String working) {
        return FIGURE.matcher(working).replaceAll(found -> Forms.figureValue(found.group()));
    }

    /** Returns what somebody wrote with a full stop at its end, where another sentence follows it. */
    public static String ended(String text) {
        return text.isEmpty() || text.matches("(?s).*[.!?]") ? text : text + ".";
    }

    /** What is said for programs: where the faults stand, and names and marks of the registry's checks that no page and no rule has. */
    private static String named(String sentence) {
        return sentence.replace("; see errors.", ":")
                .replace(" (TERM)", "")
                .replaceAll("\\btermStart (?=[0-9])", "the first day, ")
                .replaceAll("\\bvalidFrom (?=[0-9])", "the first day, ")
                .replaceAll("\\btermStart\\b", "the first day");
    }

    private static String written(MatchResult found) {
        String day = found.group("day");
        if (day != null) {
            return day(day);
        }
        String amount = found.group("amount");
        if (amount != null) {
            return Forms.unitPrice(new BigDecimal(amount));
        }
        String code = found.group("code");
        if (code == null) {
            return found.group();
        }
        String words = Forms.words(code);
        return found.start() == 0 ? words : Forms.lower(words);
    }

    private static String day(String text) {
        try {
            return Forms.day(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return text;
        }
    }
}
