package org.opencmas.order.requestforoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.order.requestforoffer.GivenRequest.DAY;
import static org.opencmas.order.requestforoffer.GivenRequest.asked;
import static org.opencmas.order.requestforoffer.GivenRequest.content;
import static org.opencmas.order.requestforoffer.GivenRequest.counsel;
import static org.opencmas.order.requestforoffer.GivenRequest.local;
import static org.opencmas.order.requestforoffer.GivenRequest.sent;
import static org.opencmas.order.requestforoffer.GivenRequest.state;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.requestforoffer.RequestAdvice.Kind;
import org.opencmas.order.requestforoffer.RequestAdvice.Place;
import org.opencmas.order.requestforoffer.RequestContent.Clauses;
import org.opencmas.order.requestforoffer.RequestForOffer.Head;
import org.opencmas.order.requestforoffer.RequestForOffer.Solicited;
import org.opencmas.terms.CertificationType;

@DisplayName("An agency is told what its request lacks, and decides itself")
class RequestAdviceTest {
    private static List<RequestAdvice> of(String rule, RequestForOffer request, OwnRules rules) {
        return RequestAdvice.of(request, rules, DAY).stream()
                .filter(advice -> advice.rule().equals(rule))
                .toList();
    }

    private static RequestForOffer draft(RequestContent content) {
        return RequestForOffer.draft(new Head(new UUID(1, 1), new UUID(2, 2), "RFO 1"), content);
    }

    @Test
    @DisplayName(
            "SOL-MIN3-STATE: two asked are too few, three of which none is certified need a reason, three with one certified are enough")
    void threeOfAStateAgency() {
        assertThat(of("SOL-MIN3-STATE", sent(asked(1, CertificationType.SB), asked(2)), state()))
                .singleElement()
                .satisfies(advice -> assertThat(advice.message()).contains("at least 3 contractors; 2 asked"));
        assertThat(of("SOL-MIN3-STATE", sent(asked(1), asked(2), asked(3)), state()))
                .singleElement()
                .satisfies(advice -> assertThat(advice.message()).contains("None of those asked"));
        assertThat(of("SOL-MIN3-STATE", sent(asked(1), asked(2), asked(3, CertificationType.DVBE)), state()))
                .isEmpty();
        assertThat(of("SOL-MIN3-STATE", sent(asked(1), asked(2), asked(3, CertificationType.NP)), state()))
                .hasSize(1);
        RequestForOffer explained = GivenRequest.in(
                RequestState.SENT,
                content(false, false, null),
                new Solicited(List.of(asked(1), asked(2), asked(3)), List.of(), "none sells desks", null),
                List.of(),
                null);
        assertThat(of("SOL-MIN3-STATE", explained, state())).isEmpty();
    }

    @ParameterizedTest(name = "own number {0}, {1} asked: warned {2}")
    @CsvSource(
            nullValues = "-",
            value = {"-, 1, false", "2, 1, true", "2, 2, false", "0, 1, false"})
    @DisplayName("SOL-MIN-LOCAL: a local agency is held to its own number, never to that of the State")
    void ownNumber(Integer own, int asked, boolean warned) {
        ContractorAsked[] all = new ContractorAsked[asked];
        for (int i = 0; i < asked; i++) {
            all[i] = asked(i);
        }
        OwnRules rules = local(own, null, null);
        assertThat(of("SOL-MIN-LOCAL", sent(all), rules)).hasSize(warned ? 1 : 0);
        assertThat(of("SOL-MIN3-STATE", sent(all), rules)).isEmpty();
    }

    @ParameterizedTest(name = "services {0}, clauses {1}, asks for services {2}, for clauses {3}: told {4}")
    @CsvSource({
        "true,  false, true,  false, true",
        "true,  false, false, true,  false",
        "false, true,  false, true,  true",
        "false, true,  true,  false, false",
        "false, false, true,  true,  false"
    })
    @DisplayName("GEN-LEGAL-COUNSEL: lawyers are spoken of where the agency's own setting asks for them")
    void lawyers(boolean services, boolean clauses, boolean forServices, boolean forClauses, boolean told) {
        RequestContent content = new RequestContent(
                "Desks", "Forty", "sow", services, false, null, new Clauses(clauses ? "100.00 a day" : null, null));
        OwnRules rules = local(counsel(null, forServices, forClauses), null);
        assertThat(of("GEN-LEGAL-COUNSEL", draft(content), rules)).hasSize(told ? 1 : 0);
        assertThat(of("GEN-LEGAL-COUNSEL", draft(content), local())).isEmpty();
    }

    @Test
    @DisplayName(
            "GEN-LOCAL-OWN-POLICY: a local agency without an attestation, or past its review date, is warned; a State agency is not")
    void ownPolicy() {
        RequestForOffer draft = draft(content(false, false, null));
        assertThat(of("GEN-LOCAL-OWN-POLICY", draft, local())).hasSize(1);
        assertThat(of("GEN-LOCAL-OWN-POLICY", draft, attestedUntil(DAY))).isEmpty();
        assertThat(of("GEN-LOCAL-OWN-POLICY", draft, state())).isEmpty();
        assertThat(RequestAdvice.of(draft, attestedUntil(DAY), DAY.plusDays(1)))
                .extracting(RequestAdvice::rule)
                .contains("GEN-LOCAL-OWN-POLICY");
    }

    private static OwnRules attestedUntil(LocalDate day) {
        return local(counsel(null, null, null), day);
    }

    @Test
    @DisplayName("SOL-RFO-NEEDED: services without a statement of work are warned of, products are not")
    void statementOfWork() {
        assertThat(of("SOL-RFO-NEEDED", draft(content(true, false, null)), local()))
                .hasSize(1);
        assertThat(of("SOL-RFO-NEEDED", draft(content(true, false, "sow")), local()))
                .isEmpty();
        assertThat(of("SOL-RFO-NEEDED", draft(content(false, false, null)), local()))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "SOL-TERM-RFO: a word of bidding is told with field, line, column and the better word; a quotation is not")
    void bidWords() {
        RequestContent content = new RequestContent(
                "Desks",
                "Forty desks.\nSend your bid.\nNo \"bid bond\".",
                "Our evaluation criteria",
                false,
                false,
                null,
                new Clauses(null, null));
        List<RequestAdvice> told = of("SOL-TERM-RFO", draft(content), local());
        assertThat(told)
                .extracting(RequestAdvice::place)
                .containsExactly(new Place("/needs", 2, 11), new Place("/statementOfWork", 1, 5));
        assertThat(told)
                .extracting(RequestAdvice::remedy)
                .containsExactly("Write \"offer\" instead.", "Write \"best value criteria\" instead.");
    }

    @Test
    @DisplayName(
            "GEN-OPTIONAL, LSE-MARKETPLACE, GEN-AGENCY-RESPONSIBLE: a local agency reads while it drafts that it need not, may finance, and answers for it")
    void information() {
        RequestForOffer draft = draft(content(false, false, null));
        for (String rule : List.of("GEN-OPTIONAL", "LSE-MARKETPLACE", "GEN-AGENCY-RESPONSIBLE")) {
            assertThat(of(rule, draft, local()))
                    .singleElement()
                    .satisfies(advice -> assertThat(advice.kind()).isEqualTo(Kind.INFORMATION));
            assertThat(of(rule, sent(asked(1)), local())).isEmpty();
        }
        assertThat(of("GEN-OPTIONAL", draft, state())).isEmpty();
        assertThat(of("LSE-MARKETPLACE", draft, state())).hasSize(1);
        assertThat(of("LSE-MARKETPLACE", draft, local()).getFirst().message()).contains("may qualify");
    }

    @Test
    @DisplayName(
            "SOL-SECTIONS-4-9: what sections 4 and 9 have to say is offered while the request is drafted, section 9 for services")
    void considerations() {
        assertThat(of("SOL-SECTIONS-4-9", draft(content(false, false, null)), local()))
                .hasSize(4)
                .allSatisfy(advice -> assertThat(advice.source()).contains("Section 4"));
        assertThat(of("SOL-SECTIONS-4-9", draft(content(true, false, "sow")), local()))
                .hasSize(6)
                .anySatisfy(advice -> assertThat(advice.source()).contains("Section 9"))
                .anySatisfy(advice -> assertThat(advice.message()).contains("resumes"));
        assertThat(of("SOL-SECTIONS-4-9", sent(asked(1)), local())).isEmpty();
    }

    @Test
    @DisplayName("BV-MIN-STEPS: a closed request tells which steps are missing")
    void missingSteps() {
        RequestForOffer closed = GivenRequest.closed(List.of());
        assertThat(of("BV-MIN-STEPS", closed, local()))
                .singleElement()
                .satisfies(
                        advice -> assertThat(advice.message()).contains("REQUIREMENTS; CMAS_COPY; REVIEW; COMPARISON"));
    }

    @Test
    void aRequestThatWasGivenUpNeedsNoAdvice() {
        RequestForOffer cancelled =
                GivenRequest.in(RequestState.CANCELLED, content(true, false, null), Solicited.NOBODY, List.of(), null);
        assertThat(RequestAdvice.of(cancelled, state(), DAY)).isEmpty();
    }
}
