package org.opencmas.local.walk;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.opencmas.local.client.Answer;
import org.opencmas.local.client.Call;
import org.opencmas.local.client.SuiteClient;

/** Sends the requests of the walk, prints them with their answers, and says of each assertion whether it holds. */
final class Narrator {
    private static final int LONGEST_BODY = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final PrintStream out;
    private int steps;
    private int requests;
    private int held;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void step(String title) {
        steps++;
        out.printf("%n%2d. %s%n", steps, title);
    }

    /** Sends the request, prints it, and shows the named values of the answer. */
    Answer show(Call call, String... pointers) {
        return print(call, send(call), pointers);
    }

    private Answer send(Call call) {
        requests++;
        return call.send();
    }

    private Answer print(Call call, Answer answer, String... pointers) {
        out.println("    " + call.line());
        String body = call.shortBody(LONGEST_BODY);
        if (!body.isEmpty()) {
            out.println("      " + body);
        }
        out.print("    " + answer.status());
        for (String pointer : pointers) {
            out.printf("  %s %s", pointer.substring(pointer.lastIndexOf('/') + 1), answer.text(pointer));
        }
        out.printf("  (%d ms)%n", answer.millis());
        if (answer.repeats() > 0) {
            out.printf(
                    "      the service was away: retried %d times%s%n",
                    answer.repeats(), call.hasKey() ? " with the same key" : "");
        }
        if (!answer.isSuccess()) {
            out.println("      " + answer.body());
        }
        return answer;
    }

    /** Repeats the request until the answer fits, and prints only that one. News between the services takes a moment. */
    Answer showOnce(String what, Supplier<Call> question, Predicate<Answer> fits, String... pointers) {
        long start = System.nanoTime();
        while (true) {
            Call call = question.get();
            Answer answer = send(call);
            long waited = (System.nanoTime() - start) / 1_000_000;
            if (fits.test(answer)) {
                out.printf("    waited %d ms until %s%n", waited, what);
                held++;
                return print(call, answer, pointers);
            }
            if (waited > PATIENCE.toMillis()) {
                print(call, answer, pointers);
                throw new StepFailed(
                        "within " + PATIENCE.toSeconds() + " s " + what + "; the last answer was " + answer.body());
            }
            SuiteClient.pause(PAUSE);
        }
    }

    void say(String text) {
        out.println("      " + text);
    }

    void same(String what, Object expected, Object actual) {
        if (!Objects.equals(expected.toString(), actual.toString())) {
            throw new StepFailed(what + " must be " + expected + " and is " + actual);
        }
        held++;
        out.printf("    ok: %s is %s%n", what, expected);
    }

    void holds(String what, boolean isSo) {
        if (!isSo) {
            throw new StepFailed("this must hold: " + what);
        }
        held++;
        out.printf("    ok: %s%n", what);
    }

    void failed(String why) {
        out.printf("%n    DOES NOT HOLD: %s%n", why);
    }

    int steps() {
        return steps;
    }

    int requests() {
        return requests;
    }

    int held() {
        return held;
    }
}
