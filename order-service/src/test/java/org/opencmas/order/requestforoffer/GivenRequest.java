package org.opencmas.order.requestforoffer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.OwnSettings;
import org.opencmas.order.agency.OwnSettings.Action;
import org.opencmas.order.agency.OwnSettings.LegalCounsel;
import org.opencmas.order.agency.OwnSettings.OwnPolicyAttestation;
import org.opencmas.order.agency.OwnSettings.Severities;
import org.opencmas.order.requestforoffer.BestValueStep.ComparedOffer;
import org.opencmas.order.requestforoffer.BestValueStep.Kind;
import org.opencmas.order.requestforoffer.ContractorAsked.Asking;
import org.opencmas.order.requestforoffer.ContractorAsked.Channel;
import org.opencmas.order.requestforoffer.ContractorAsked.KnownCertification;
import org.opencmas.order.requestforoffer.Determination.ChosenCriterion;
import org.opencmas.order.requestforoffer.Offer.Arrival;
import org.opencmas.order.requestforoffer.Offer.Standing;
import org.opencmas.order.requestforoffer.RequestContent.Clauses;
import org.opencmas.order.requestforoffer.RequestForOffer.Head;
import org.opencmas.order.requestforoffer.RequestForOffer.Solicited;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Requests for offer as the tests need them. */
final class GivenRequest {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    /** On {@link #DAY}. */
    static final Instant CAME = Instant.parse("2026-03-02T20:00:00Z");

    static final Instant DUE = Instant.parse("2026-03-06T20:00:00Z");

    private GivenRequest() {}

    static RequestContent content(boolean services, boolean simple, String statementOfWork) {
        return new RequestContent(
                "Desks", "Forty desks", statementOfWork, services, simple, DUE, new Clauses(null, null));
    }

    static ContractorAsked asked(int number, Channel channel, CertificationType... certifications) {
        return new ContractorAsked(
                new UUID(7, number),
                "Contractor " + number,
                List.of(CmasNumber.parse("4-06-78-0031A")),
                new KnownCertification(List.of(certifications), certifications.length == 0 ? null : DAY),
                new Asking(channel, DAY, null, "buyer"));
    }

    static ContractorAsked asked(int number, CertificationType... certifications) {
        return asked(number, Channel.EMAIL, certifications);
    }

    static Offer offer(int number, Standing standing) {
        String reason = standing == Standing.RESPONSIVE ? null : "not considered";
        return new Offer(
                new UUID(9, number),
                new UUID(7, number),
                new Arrival(CAME, standing, reason, "buyer"),
                null,
                null,
                null);
    }

    static RequestForOffer closed(List<Offer> offers, BestValueStep... steps) {
        return in(
                RequestState.CLOSED,
                content(false, false, null),
                new Solicited(
                        offers.stream()
                                .map(offer -> asked((int) offer.contractorId().getLeastSignificantBits()))
                                .distinct()
                                .toList(),
                        offers,
                        null,
                        DUE),
                List.of(steps),
                null);
    }

    static RequestForOffer in(
            RequestState state,
            RequestContent content,
            Solicited solicited,
            List<BestValueStep> steps,
            Determination determination) {
        return new RequestForOffer(
                new Head(new UUID(1, 1), new UUID(2, 2), "RFO 1"),
                new RequestForOffer.Standing(state, 5, null),
                content,
                solicited,
                steps,
                determination);
    }

    static RequestForOffer sent(ContractorAsked... asked) {
        return in(
                RequestState.SENT,
                content(false, false, null),
                new Solicited(List.of(asked), List.of(), null, null),
                List.of(),
                null);
    }

    static BestValueStep step(Kind kind, LocalDate on) {
        return new BestValueStep(kind, on, "buyer", null, null);
    }

    static BestValueStep comparison(LocalDate on, String evidence, Offer... offers) {
        List<ComparedOffer> compared = new ArrayList<>();
        for (Offer offer : offers) {
            compared.add(new ComparedOffer(offer.offerId(), "good"));
        }
        return new BestValueStep(Kind.COMPARISON, on, "buyer", evidence, compared);
    }

    static Determination determination(Offer offer) {
        return new Determination(
                offer.offerId(),
                List.of(new ChosenCriterion(SampleCriterion.PRICE, null)),
                "the lowest price",
                "buyer",
                DAY,
                null,
                null);
    }

    static OwnRules local() {
        return new OwnRules(AgencyClass.LOCAL, null, false, null, OwnSettings.NONE);
    }

    static OwnRules state() {
        return new OwnRules(AgencyClass.STATE, null, false, null, OwnSettings.NONE);
    }

    static OwnRules local(Integer minOffers, Action statementOfWork, Action bestValue) {
        return new OwnRules(
                AgencyClass.LOCAL,
                null,
                false,
                minOffers,
                new OwnSettings(
                        new Severities(null, statementOfWork, bestValue),
                        new LegalCounsel(null, null, null),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    static OwnRules local(LegalCounsel counsel, LocalDate reviewOn) {
        return new OwnRules(
                AgencyClass.LOCAL,
                null,
                false,
                null,
                new OwnSettings(
                        new Severities(null, null, null),
                        counsel,
                        null,
                        null,
                        null,
                        List.of("director"),
                        reviewOn == null ? null : new OwnPolicyAttestation("director", DAY, "Ordinance 7", reviewOn)));
    }

    static LegalCounsel counsel(Usd above, Boolean services, Boolean clauses) {
        return new LegalCounsel(above, services, clauses);
    }
}
