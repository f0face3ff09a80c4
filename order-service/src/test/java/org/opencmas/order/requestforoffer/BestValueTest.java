package org.opencmas.order.requestforoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.order.requestforoffer.GivenRequest.DAY;
import static org.opencmas.order.requestforoffer.GivenRequest.closed;
import static org.opencmas.order.requestforoffer.GivenRequest.comparison;
import static org.opencmas.order.requestforoffer.GivenRequest.determination;
import static org.opencmas.order.requestforoffer.GivenRequest.local;
import static org.opencmas.order.requestforoffer.GivenRequest.offer;
import static org.opencmas.order.requestforoffer.GivenRequest.state;
import static org.opencmas.order.requestforoffer.GivenRequest.step;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.OwnSettings.Action;
import org.opencmas.order.requestforoffer.BestValueStep.Kind;
import org.opencmas.order.requestforoffer.Determination.StepsOverride;
import org.opencmas.order.requestforoffer.Offer.Standing;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.Refusal;
import org.opencmas.problem.RefusedByRule;

@DisplayName(
        "BV-MIN-STEPS, BV-COMPARE-ALL, BV-BASIS: best value is determined after four steps and a comparison of every offer")
class BestValueTest {
    private final Offer one = offer(1, Standing.RESPONSIVE);
    private final Offer two = offer(2, Standing.RESPONSIVE);
    private final Offer late = offer(3, Standing.LATE);
    private final Offer declined = offer(4, Standing.DECLINED);

    private static Map<String, Object> told(Throwable refusal) {
        return ((Refusal) refusal).members();
    }

    private static BestValueStep[] allSteps(BestValueStep comparison) {
        return new BestValueStep[] {
            step(Kind.REQUIREMENTS, DAY), step(Kind.CMAS_COPY, DAY), step(Kind.REVIEW, DAY), comparison
        };
    }

    @Test
    @DisplayName(
            "BV-COMPARE-ALL: a comparison that misses one responsive offer is refused with what is missing; late ones need not be in it")
    void everyResponsiveOfferIsCompared() {
        RequestForOffer request = closed(List.of(one, two, late, declined));
        assertThatThrownBy(() -> request.recordStep(comparison(DAY, null, one)))
                .isInstanceOf(RefusedByRule.class)
                .satisfies(refusal -> assertThat(told(refusal)).containsEntry("missingOffers", List.of(two.offerId())));
        RequestForOffer again = closed(List.of(one, two, late, declined));
        again.recordStep(comparison(DAY, null, one, two));
        assertThat(again.steps()).hasSize(1);
    }

    @Test
    void aComparisonIsOfThisRequestsOffersOnly() {
        assertThatThrownBy(() -> closed(List.of(one, late)).recordStep(comparison(DAY, "sheet", one, late)))
                .isInstanceOf(RefusedByRule.class)
                .satisfies(refusal -> assertThat(((Refusal) refusal).faults())
                        .extracting(fault -> fault.pointer())
                        .containsExactly("/comparedOffers/1/offerId"));
        assertThatThrownBy(() -> closed(List.of(late)).recordStep(comparison(DAY, "sheet")))
                .isInstanceOf(RefusedByRule.class);
    }

    @Test
    @DisplayName(
            "BV-MIN-STEPS: the comparison is on the day of the requirements or later, and with one offer has its evidence")
    void theComparisonFollowsTheRequirements() {
        assertThatThrownBy(() -> closed(List.of(one, two), step(Kind.REQUIREMENTS, DAY))
                        .recordStep(comparison(DAY.minusDays(1), null, one, two)))
                .isInstanceOf(RefusedByRule.class);
        assertThatCode(() -> closed(List.of(one, two), step(Kind.REQUIREMENTS, DAY))
                        .recordStep(comparison(DAY, null, one, two)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> closed(List.of(one, late)).recordStep(comparison(DAY, null, one)))
                .isInstanceOf(RefusedByRule.class);
        assertThatCode(() -> closed(List.of(one, late)).recordStep(comparison(DAY, "against the ceiling", one)))
                .doesNotThrowAnyException();
    }

    @Test
    void withAllStepsAndOffersEverybodyDetermines() {
        for (OwnRules rules : List.of(local(), state(), local(null, null, Action.WARN))) {
            RequestForOffer request = closed(List.of(one, two), allSteps(comparison(DAY, null, one, two)));
            request.determine(determination(two), rules);
            assertThat(request.determination()).isPresent();
        }
    }

    @Test
    @DisplayName("BV-MIN-STEPS: one step short stops a State agency and, unless it is only warned, a local one")
    void aMissingStepStopsWhereTheAgencyInsists() {
        BestValueStep[] three = {
            step(Kind.REQUIREMENTS, DAY), step(Kind.CMAS_COPY, DAY), comparison(DAY, null, one, two)
        };
        for (OwnRules rules : List.of(state(), local(), local(null, null, Action.BLOCK))) {
            assertThatThrownBy(() -> closed(List.of(one, two), three).determine(determination(one), rules))
                    .isInstanceOf(RefusedByRule.class)
                    .satisfies(refusal -> assertThat(told(refusal)).containsEntry("missing", List.of("REVIEW")));
        }
        RequestForOffer warned = closed(List.of(one, two), three);
        warned.determine(determination(one), local(null, null, Action.WARN));
        assertThat(warned.missingSteps()).containsExactly("REVIEW");
    }

    @Test
    void aRequirementRecordedLaterThanTheComparisonIsSeen() {
        RequestForOffer request = closed(
                List.of(one, two),
                comparison(DAY, null, one, two),
                step(Kind.CMAS_COPY, DAY),
                step(Kind.REVIEW, DAY),
                step(Kind.REQUIREMENTS, DAY.plusDays(1)));
        assertThatThrownBy(() -> request.determine(determination(one), local())).isInstanceOf(RefusedByRule.class);
    }

    @Test
    void whoMayGoOnWithoutAllStepsDoesWithAReason() {
        Determination made = determination(one);
        var overridden = new Determination(
                made.offerId(),
                made.criteria(),
                made.reason(),
                made.determinedBy(),
                made.determinedOn(),
                null,
                new StepsOverride("director", "urgent", List.of("REVIEW")));
        RequestForOffer request = closed(List.of(one));
        request.determine(overridden, local());
        assertThat(request.determination()).isPresent();
        assertThat(local().mayOverrideSteps("anybody")).isTrue();
        assertThat(local(GivenRequest.counsel(null, null, null), null).mayOverrideSteps("director"))
                .isTrue();
        assertThat(local(GivenRequest.counsel(null, null, null), null).mayOverrideSteps("clerk"))
                .isFalse();
        assertThat(state().mayOverrideSteps("director")).isFalse();
    }

    @Test
    void onlyAResponsiveOfferIsBestValue() {
        RequestForOffer request = closed(List.of(one, late), allSteps(comparison(DAY, "sheet", one)));
        assertThatThrownBy(() -> request.determine(determination(late), local()))
                .isInstanceOf(RefusedByRule.class);
    }

    @Test
    @DisplayName(
            "BV-COMPARE-ALL: an offer that came in time and is recorded after the determination keeps the order from being drafted")
    void anOfferThatTurnsUpIsComparedBeforeTheOrder() {
        BestValueStep[] steps = allSteps(comparison(DAY, "sheet", one));
        RequestForOffer request = GivenRequest.in(
                RequestState.CLOSED,
                GivenRequest.content(false, false, null),
                new RequestForOffer.Solicited(List.of(), List.of(one, two), null, null),
                List.of(steps),
                determination(one));
        assertThatThrownBy(request::requireOrderable).isInstanceOf(RefusedByRule.class);
    }

    @Test
    void oneOrderFollowsFromADetermination() {
        RequestForOffer request = closed(List.of(one, two), allSteps(comparison(DAY, null, one, two)));
        assertThatThrownBy(request::requireOrderable)
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Nobody");
        request.determine(determination(one), local());
        assertThat(request.requireOrderable().offerId()).isEqualTo(one.offerId());
        request.noteOrder(UUID.randomUUID());
        assertThatThrownBy(request::requireOrderable).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> request.determine(determination(two), local())).isInstanceOf(Conflict.class);
        assertThatThrownBy(request::cancel).isInstanceOf(Conflict.class);
        assertThat(request.allowed()).containsExactly(RequestAct.RECORD_OFFER, RequestAct.RECORD_STEP);
    }

    @Test
    @DisplayName("BV-CRITERIA-SAMPLES: there are twelve samples, and each has its words")
    void thereAreTwelveSamples() {
        assertThat(SampleCriterion.values())
                .hasSize(12)
                .extracting(SampleCriterion::words)
                .doesNotHaveDuplicates()
                .allMatch(words -> !words.isBlank());
    }

    @Test
    @DisplayName("BV-COMPARE-ALL: offers are compared on the day on which the last of them came, or later")
    void noOfferIsComparedBeforeItCame() {
        assertThatThrownBy(() -> closed(List.of(one, two)).recordStep(comparison(DAY.minusDays(1), null, one, two)))
                .isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("came on 2026-03-02");
        assertThatCode(() -> closed(List.of(one, two)).recordStep(comparison(DAY, null, one, two)))
                .doesNotThrowAnyException();
    }
}
