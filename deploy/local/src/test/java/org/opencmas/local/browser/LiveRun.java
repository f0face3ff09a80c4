package org.opencmas.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs tests of pages on a suite that runs already, which takes seconds where the whole suite takes minutes to start. */
final class LiveRun {
    private LiveRun() {}

    /**
     * Says of each whether it held.
     *
     * @param words those whose name has one of them; all when there is none
     */
    static void run(Stream<DynamicTest> tests, String... words) {
        List<String> failed = new ArrayList<>();
        tests.filter(test -> words.length == 0 || Stream.of(words).anyMatch(test.getDisplayName()::contains))
                .forEach(test -> {
                    try {
                        test.getExecutable().execute();
                        System.out.println("held: " + test.getDisplayName());
                    } catch (Throwable e) {
                        failed.add(test.getDisplayName());
                        System.out.println("DID NOT HOLD: " + test.getDisplayName() + "\n" + e);
                    }
                });
        assertThat(failed).isEmpty();
    }
}
