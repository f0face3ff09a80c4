package org.opencmas.order.requestforoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.order.requestforoffer.GivenRequest.DUE;
import static org.opencmas.order.requestforoffer.GivenRequest.asked;
import static org.opencmas.order.requestforoffer.GivenRequest.content;
import static org.opencmas.order.requestforoffer.GivenRequest.local;
import static org.opencmas.order.requestforoffer.GivenRequest.sent;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencmas.order.agency.OwnSettings.Action;
import org.opencmas.order.requestforoffer.ContractorAsked.Channel;
import org.opencmas.order.requestforoffer.RequestForOffer.Head;
import org.opencmas.order.requestforoffer.RequestForOffer.Solicited;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.RefusedByRule;

@DisplayName("A request for offer is sent as the Guide says, and takes what comes back")
class RequestForOfferTest {
    private static RequestForOffer draft(boolean services, boolean simple, String statementOfWork) {
        return RequestForOffer.draft(
                new Head(new java.util.UUID(1, 1), new java.util.UUID(2, 2), "RFO 1"),
                content(services, simple, statementOfWork));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    @DisplayName(
            "SOL-CHANNEL: every channel of the Guide is taken, and other electronic ones; verbal ones by the rule of SOL-VERBAL")
    void channels(Channel channel) {
        RequestForOffer request = draft(false, true, null);
        request.send(List.of(asked(1, channel)), null, local());
        assertThat(request.state()).isEqualTo(RequestState.SENT);
    }

    @ParameterizedTest(name = "services {0}, simple {1}: {2}")
    @CsvSource({"false, true, true", "false, false, false", "true, false, false"})
    @DisplayName("SOL-VERBAL: only a simple purchase of products may be asked for by word of mouth, never services")
    void verbal(boolean services, boolean simple, boolean allowed) {
        RequestForOffer request = draft(services, simple, "sow");
        assertThat(request.mayBeVerbal()).isEqualTo(allowed);
        if (allowed) {
            assertThatCode(() -> request.send(List.of(asked(1, Channel.VERBAL)), null, local()))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> request.send(List.of(asked(1), asked(2, Channel.VERBAL)), null, local()))
                    .isInstanceOf(RefusedByRule.class);
        }
    }

    @ParameterizedTest(name = "services {0}, statement of work {1}, action {2}: sent {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "true,  -,   BLOCK, false",
                "true,  sow, BLOCK, true",
                "true,  -,   WARN,  true",
                "true,  -,   -,     true",
                "false, -,   BLOCK, true"
            })
    @DisplayName("SOL-RFO-NEEDED: services without a statement of work are stopped only where the agency says so")
    void statementOfWork(boolean services, String statementOfWork, Action action, boolean isSent) {
        RequestForOffer request = draft(services, false, statementOfWork);
        if (isSent) {
            request.send(List.of(asked(1)), null, local(null, action, null));
            assertThat(request.state()).isEqualTo(RequestState.SENT);
        } else {
            assertThatThrownBy(() -> request.send(List.of(asked(1)), null, local(null, action, null)))
                    .isInstanceOf(RefusedByRule.class);
        }
    }

    @Test
    void aContractorIsAskedOnce() {
        assertThatThrownBy(() -> sent(asked(1)).send(List.of(asked(2), asked(1)), null, local()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> draft(false, false, null).send(List.of(asked(1), asked(1)), null, local()))
                .isInstanceOf(Conflict.class);
        assertThatCode(() -> sent(asked(1)).send(List.of(asked(2)), null, local()))
                .doesNotThrowAnyException();
    }

    @Test
    void whoIsAskedLaterIsAddedAndAReasonStaysUntilAnotherIsSaid() {
        RequestForOffer request = sent(asked(1));
        request.send(List.of(asked(2)), "none sells desks", local());
        request.send(List.of(asked(3)), null, local());
        assertThat(request.solicited().asked()).containsExactly(asked(1), asked(2), asked(3));
        assertThat(request.solicited().noneCertifiedReason()).isEqualTo("none sells desks");
        request.close(DUE, null);
        assertThat(request.solicited().closedAt()).isEqualTo(DUE);
    }

    @Test
    void anAnswerNeedsAQuestion() {
        assertThatThrownBy(() -> sent(asked(1)).recordOffer(asked(2).contractorId()))
                .isInstanceOf(RefusedByRule.class);
        assertThatCode(() -> sent(asked(1)).recordOffer(asked(1).contractorId()))
                .doesNotThrowAnyException();
    }

    @Test
    void theHourItselfIsInTime() {
        assertThat(sent(asked(1)).isLate(DUE)).isFalse();
        assertThat(sent(asked(1)).isLate(DUE.plusNanos(1000))).isTrue();
    }

    @Test
    void withoutAnHourTheClosingDecides() {
        RequestContent open =
                new RequestContent("Desks", "Forty", null, false, false, null, new RequestContent.Clauses(null, null));
        Instant closing = Instant.parse("2026-03-09T18:00:00Z");
        RequestForOffer closed = GivenRequest.in(
                RequestState.CLOSED, open, new Solicited(List.of(asked(1)), List.of(), null, closing), List.of(), null);
        assertThat(closed.isLate(closing)).isFalse();
        assertThat(closed.isLate(closing.plusSeconds(1))).isTrue();
        RequestForOffer waiting = GivenRequest.in(
                RequestState.SENT, open, new Solicited(List.of(asked(1)), List.of(), null, null), List.of(), null);
        assertThat(waiting.isLate(closing.plusSeconds(1))).isFalse();
    }
}
