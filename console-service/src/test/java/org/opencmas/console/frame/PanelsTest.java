package org.opencmas.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ThreadContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.frame.fault.ServiceDown;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.testkit.Eventually;

@DisplayName("Questions to services never wait for a thread that a page holds")
class PanelsTest {
    private static final int QUESTIONS = 300;

    @Test
    @DisplayName(
            "300 questions, each of which asks another one, are under way at once: more than the pool of the pages has threads")
    void asManyQuestionsAsAreAsked() throws InterruptedException {
        Panels panels = panels();
        var all = new CountDownLatch(QUESTIONS);
        List<Panel<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            asked.add(panels.ask(
                    "registry", () -> panels.ask("order", () -> met(all)).value()));
        }
        assertThat(asked).allMatch(Panel::isThere).allMatch(Panel::value);
        panels.stop();
    }

    @Test
    @DisplayName(
            "What one service refuses and another leaves unanswered stands in its own panel, in whatever thread it was asked; the others have their answers")
    void failuresStayApart() {
        Panels panels = panels();
        var refusal = new ServiceProblem(404, "Not found", "There is none.", List.of());
        var down = new ServiceDown("A service answered 503");
        for (Asks asks : List.<Asks>of(panels::ask, panels::askHere)) {
            Panel<String> refused = asks.of("registry", () -> {
                throw refusal;
            });
            Panel<String> silent = asks.of("order", () -> {
                throw down;
            });
            Panel<String> answered = asks.of("fees", () -> "here");
            assertThat(refused.isThere()).isFalse();
            assertThat(refused.isMissing()).isTrue();
            assertThat(refused.problem()).isSameAs(refusal);
            assertThatThrownBy(refused::value).isSameAs(refusal);
            assertThat(silent.isThere()).isFalse();
            assertThat(silent.problem()).isNull();
            assertThat(silent.service()).isEqualTo("order");
            assertThatThrownBy(silent::value).isSameAs(down);
            assertThat(answered.value()).isEqualTo("here");
        }
        panels.stop();
    }

    /** One of the two ways to ask. */
    private interface Asks {
        Panel<String> of(String service, Supplier<String> question);
    }

    private static Panels panels() {
        return new Panels(
                ThreadContext.builder()
                        .propagated(ThreadContext.NONE)
                        .cleared(ThreadContext.ALL_REMAINING)
                        .build(),
                Clock.systemUTC());
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
