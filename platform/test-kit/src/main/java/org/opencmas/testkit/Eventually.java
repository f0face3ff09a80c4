package org.opencmas.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what comes true by itself, with a deadline, instead of sleeping for a guessed time. */
public final class Eventually {
    /**
     * How long a test waits for what is sure to come: a guard against a hang and not a claim. What is sound comes at once, on a busy machine
     * after some seconds; no test says when.
     */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** An assertion, which throws while it does not hold yet. */
    @FunctionalInterface
    public interface Assertion {
        void check() throws Exception;
    }

    /**
     * Repeats the assertion until it holds.
     *
     * @throws AssertionError what the assertion said last, once the deadline has passed
     */
    public static void within(Duration deadline, Assertion assertion) {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            try {
                assertion.check();
                return;
            } catch (Exception | AssertionError failure) {
                if (System.nanoTime() >= end) {
                    throw new AssertionError("Not so within " + deadline + ": " + failure.getMessage(), failure);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /**
     * Asks until there is an answer.
     *
     * @throws AssertionError once the deadline has passed without one
     */
    public static <T> T valueWithin(Duration deadline, Callable<Optional<T>> question) {
        Answer<T> answer = new Answer<>();
        within(deadline, () -> {
            answer.value = question.call();
            if (answer.value.isEmpty()) {
                throw new AssertionError("there is no answer yet");
            }
        });
        return answer.value.orElseThrow();
    }

    private static final class Answer<T> {
        private Optional<T> value = Optional.empty();
    }
}
