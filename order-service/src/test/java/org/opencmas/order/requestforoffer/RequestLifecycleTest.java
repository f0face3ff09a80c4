package org.opencmas.order.requestforoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.problem.Conflict;

@DisplayName("A request for offer allows an act only where the table has it: every state with every act")
class RequestLifecycleTest {
    @ParameterizedTest(name = "{0}: DRAFT {1}, SENT {2}, CLOSED {3}, CANCELLED {4}")
    @CsvSource(nullValues = "-", textBlock = """
            REVISE,       DRAFT,     -,         -,         -
            SEND,         SENT,      SENT,      -,         -
            RECORD_OFFER, -,         SENT,      CLOSED,    CANCELLED
            CLOSE,        -,         CLOSED,    -,         -
            RECORD_STEP,  DRAFT,     SENT,      CLOSED,    -
            DETERMINE,    -,         -,         CLOSED,    -
            DRAFT_ORDER,  -,         -,         CLOSED,    -
            CANCEL,       CANCELLED, CANCELLED, CANCELLED, -
            """)
    void table(
            RequestAct act,
            RequestState ofDraft,
            RequestState ofSent,
            RequestState ofClosed,
            RequestState ofCancelled) {
        check(RequestState.DRAFT, act, ofDraft);
        check(RequestState.SENT, act, ofSent);
        check(RequestState.CLOSED, act, ofClosed);
        check(RequestState.CANCELLED, act, ofCancelled);
    }

    private static void check(RequestState from, RequestAct act, RequestState to) {
        if (to == null) {
            assertThatThrownBy(() -> RequestLifecycle.require(from, act))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining(from.name());
            assertThat(RequestLifecycle.allowedIn(from)).doesNotContain(act);
        } else {
            assertThat(RequestLifecycle.require(from, act)).isEqualTo(to);
            assertThat(RequestLifecycle.allowedIn(from)).contains(act);
        }
    }
}
