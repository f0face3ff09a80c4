package org.opencmas.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ThreadContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Eventually;

@DisplayName("Questions to services never wait for a thread that a page holds")
class PanelsTest {
    private static final int QUESTIONS = 300;

    @Test
    @DisplayName(
            "300 questions, each of which asks another one, are under way at once: more than the pool of the pages has threads")
    void asManyQuestionsAsAreAsked() throws InterruptedException {
        var panels = new Panels(
                ThreadContext.builder()
                        .propagated(ThreadContext.NONE)
                        .cleared(ThreadContext.ALL_REMAINING)
                        .build(),
                Clock.systemUTC());
        var all = new CountDownLatch(QUESTIONS);
        List<Panel<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            asked.add(panels.ask(
                    "registry", () -> panels.ask("order", () -> met(all)).value()));
        }
        assertThat(asked).allMatch(Panel::isThere).allMatch(Panel::value);
        panels.stop();
    }

    private static boolean met(CountDownLatch all) {
        all.countDown();
        try {
            return all.await(Eventually.PATIENCE.toMinutes(), TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
