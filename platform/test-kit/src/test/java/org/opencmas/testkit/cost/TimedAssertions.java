package org.opencmas.testkit.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds, in the text of a test, what makes its outcome depend on how fast the machine is. */
final class TimedAssertions {
    private static final String COUNT = "count what is done instead (rows, bytes, statements, the order of events)";
    private static final String WAIT = "wait with Eventually.PATIENCE, or with minutes";
    private static final String SHORT = "(?:java\\.time\\.)?Duration\\.of(?:Seconds|Millis|Nanos)\\(";

    private static final List<Kind> KINDS = List.of(
            Kind.of("\\bassertTimeout(?:Preemptively)?\\s*\\(", "asserts how long something takes", COUNT),
            Kind.of("@Timeout\\b", "gives a test a time", "take @HangGuard, or " + COUNT),
            Kind.of(
                    "\\bSystem\\.(?:nanoTime|currentTimeMillis)\\(\\)|Ticker\\.systemTicker\\(\\)",
                    "reads the machine's stop watch",
                    COUNT),
            Kind.of(
                    "CpuTime\\(\\)|[cC]puDuration\\(\\)|\\bStopwatch\\b|\\bStopWatch\\b",
                    "measures how long something takes",
                    COUNT),
            Kind.of(
                    "Duration\\.between\\(\\s*\\w+,\\s*Instant\\.now\\(\\)|\\.until\\(\\s*Instant\\.now\\(\\)",
                    "measures how long something took",
                    COUNT),
            Kind.of(
                    "\\.time\\(\\s*\\)|\\.timeIn\\(|\\.time\\(\\s*(?:lessThan|greaterThan|org\\.hamcrest|Matchers)",
                    "asks an answer how long it took",
                    COUNT),
            Kind.of(
                    "\\bEventually\\s*\\.(?:within|valueWithin)\\(\\s*" + SHORT,
                    "gives up on what is sure to come after seconds",
                    WAIT),
            Kind.of(
                    "\\.(?:await\\w*|get|join|status|isClosedWithin|acquire|tryAcquire|poll)\\((?:[^;(){}]|\\([^()]*\\))*?"
                            + "\\b(?:TimeUnit\\.)?(?:SECONDS|MILLISECONDS|NANOSECONDS)\\)",
                    "gives up on what is sure to come after seconds",
                    WAIT),
            Kind.of(
                    "\\.(?:awaitOne|status|isClosedWithin)\\((?:[^;(){}]|\\([^()]*\\))*?" + SHORT,
                    "gives up on what is sure to come after seconds",
                    WAIT),
            Kind.of(
                    "static final Duration \\w*(?:SOON|DEADLINE|PATIENCE|WITHIN|PROMPT)\\w* =\\s*" + SHORT,
                    "names some seconds as a deadline",
                    WAIT),
            Kind.of(
                    "static final (?:int|long|double) \\w*(?:SOON|DEADLINE|PATIENCE|WITHIN|PROMPT)\\w* =\\s*[\\d_.]+[LlDd]?;",
                    "names a number of seconds as a deadline",
                    WAIT));

    private TimedAssertions() {}

    private record Kind(Pattern pattern, String fault, String remedy) {
        static Kind of(String pattern, String fault, String remedy) {
            return new Kind(Pattern.compile(pattern), fault, remedy);
        }
    }

    /**
     * Each in one sentence.
     *
     * @param file as the sentence names it
     */
    static List<String> in(String file, String text) {
        List<String> found = new ArrayList<>();
        for (Kind kind : KINDS) {
            for (Matcher matcher = kind.pattern.matcher(text); matcher.find(); ) {
                long line = 1
                        + text.substring(0, matcher.start())
                                .chars()
                                .filter(sign -> sign == '\n')
                                .count();
                found.add(
                        "%s:%d %s, which a slow machine makes red: %s.".formatted(file, line, kind.fault, kind.remedy));
            }
        }
        return found;
    }
}
