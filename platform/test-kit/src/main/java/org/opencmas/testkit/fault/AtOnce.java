package org.opencmas.testkit.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that are made at the same moment, each in a thread of its own. */
public final class AtOnce {
    private AtOnce() {}

    /**
     * Makes one call so many times.
     *
     * @return what each came to, in no order that means anything
     */
    public static <T> List<T> times(int times, Callable<T> call) {
        return all(Collections.nCopies(times, call));
    }

    /** @return what each of two calls came to, in their order */
    public static <T> List<T> both(Callable<T> one, Callable<T> other) {
        return all(List.of(one, other));
    }

    private static <T> List<T> all(List<? extends Callable<T>> calls) {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
