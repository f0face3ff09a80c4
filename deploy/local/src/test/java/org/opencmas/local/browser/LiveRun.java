package org.opencmas.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opencmas.local.server.Addresses;
import org.opencmas.local.server.Ports;

/** Holds the pages of a suite that runs already, at the ports of the environment, which takes seconds where the whole suite takes minutes to start. */
public final class LiveRun {
    private LiveRun() {}

    /**
     * Says of each test whether it held.
     *
     * @param words those whose name has one of them; all when there is none
     */
    public static void main(String[] words) {
        List<String> failed = new ArrayList<>();
        new BrowserTests(new Addresses(Ports.from(System.getenv())).endpoints())
                .tests(name -> words.length == 0 || Stream.of(words).anyMatch(name::contains))
                .forEach(test -> say(test, failed));
        assertThat(failed).isEmpty();
    }

    private static void say(DynamicTest test, List<String> failed) {
        try {
            test.getExecutable().execute();
            System.out.println("held: " + test.getDisplayName());
        } catch (Throwable e) {
            failed.add(test.getDisplayName());
            System.out.println("DID NOT HOLD: " + test.getDisplayName() + "\n" + e);
        }
    }
}
