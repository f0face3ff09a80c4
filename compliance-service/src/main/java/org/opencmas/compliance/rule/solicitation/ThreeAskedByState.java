package org.opencmas.compliance.rule.solicitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.ContractorsAsked;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.compliance.rule.purchaseorder.known.RequestRecord;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.RequestForOffer;
import org.opencmas.terms.Usd;

/**
 * SOL-MIN3-STATE: at least three different contractors were asked by the day of the order, one of them certified or a reason why none was;
 * below the small amount, itself not included, one is enough. Whom a request for offer that the order service keeps has asked is on record; what the order
 * tells without one is the agency's statement, and is not passed until a person attests to it. A check is compared with the record as
 * placing would compare it; one whose request has no record here is undetermined.
 */
public record ThreeAskedByState() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return SolicitationText.SOL_MIN3_STATE;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().amended() ? Optional.of(SolicitationRules.AMENDMENT) : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        if (facts.requestRecord() == RequestRecord.NOT_SEEN) {
            return List.of(Outcome.undetermined(
                            "The record of request for offer %s was not seen here, so whom it asked is not known.",
                            reference(facts))
                    .remedy("Check again when the record has come, or attest to whom was asked."));
        }
        if (facts.requestRecord() == RequestRecord.DIFFERS) {
            return List.of(Outcome.fail(
                            "The order tells of contractors asked otherwise than request for offer %s has on record.",
                            reference(facts))
                    .remedy("Leave procurement.contractorsAsked out: it is then taken from the record."));
        }
        Optional<ContractorsAsked> told = ContractorsAsked.of(facts.order());
        return told.map(all -> judge(facts, all.by(facts.judgedAsOf())))
                .orElseGet(() -> List.of(
                        Outcome.undetermined("The order does not tell which contractors were asked for an offer.")
                                .remedy("Tell them in procurement.contractorsAsked, or attest to whom was asked.")));
    }

    private static List<Outcome> judge(OrderFacts facts, ContractorsAsked asked) {
        Usd small = Usd.of(facts.figure(ParameterName.STATE_ONE_OFFER_BELOW));
        boolean isSmall = !small.isAtMost(facts.order().total());
        int least = isSmall ? 1 : facts.figure(ParameterName.STATE_OFFERS_LEAST).intValueExact();
        List<Trouble> troubles = new ArrayList<>();
        if (asked.count() < least) {
            troubles.add(Outcome.fail("%d different contractors were asked; at least %d must be.", asked.count(), least)
                    .with("asked", asked.count())
                    .with("least", least)
                    .remedy("Ask %d more before the order is issued.", least - asked.count()));
        }
        if (!isSmall && !asked.anyCertified() && noneAvailable(facts).isEmpty()) {
            troubles.add(Outcome.fail(
                            "No certified small business or disabled veteran business was asked, and no reason is told.")
                    .remedy("Ask one, or tell in procurement.noneCertifiedReason why none was available."));
        }
        if (countsUncertified(facts, asked)) {
            troubles.add(Outcome.warn(
                            "The order counts its contractor as certified; no certificate of it that was valid then is known here.")
                    .remedy("Verify the certificate, or do not count it."));
        }
        if (troubles.isEmpty() && !isSmall && !isOnRecord(facts)) {
            troubles.add(Outcome.undetermined(
                            "The order tells of %d different contractors that were asked, and names no request for offer whose record shows it.",
                            asked.count())
                    .with("asked", asked.count())
                    .with("least", least)
                    .remedy("Name the request in procurement.requestForOffer.requestId, or attest to whom was asked."));
        }
        return Outcomes.orPass(
                troubles.stream(),
                Outcome.pass(
                                isSmall
                                        ? "One contractor is enough below %2$s; %1$d were asked."
                                        : "%1$d different contractors were asked, by the record of the request for offer.",
                                asked.count(),
                                small)
                        .with("asked", asked.count())
                        .with("least", least));
    }

    private static String reference(OrderFacts facts) {
        return facts.order()
                .procurement()
                .map(Procurement::requestForOffer)
                .map(RequestForOffer::reference)
                .orElse("");
    }

    /** The order service compares what an order tells with the record of the request that it names, and refuses what differs. */
    private static boolean isOnRecord(OrderFacts facts) {
        return facts.order()
                .procurement()
                .map(Procurement::requestForOffer)
                .map(RequestForOffer::requestId)
                .isPresent();
    }

    /** What the order tells of its own contractor can be compared with the contractor's record; of others nothing is gathered. */
    private static boolean countsUncertified(OrderFacts facts, ContractorsAsked asked) {
        Contractor contractor = facts.contractor();
        return contractor != null
                && asked.all().stream()
                        .anyMatch(one -> one.certified()
                                && ContractorsAsked.isContractorOf(facts, one)
                                && contractor.certificates().stream()
                                        .noneMatch(certificate -> certificate.validOn(one.askedOn())));
    }

    private static Optional<String> noneAvailable(OrderFacts facts) {
        return facts.order().procurement().map(Procurement::noneCertifiedReason);
    }
}
