package org.opencmas.compliance.rule.superseded.solicitation;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.ContractorsAsked;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.ContractorAsked;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.RequestForOffer;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * What the first versions of SOL-MIN3-STATE have in common: at least three different contractors were asked by the day of the order, one of
 * them certified or a reason why none was; below the small amount, itself not included, one is enough. Old receipts are judged by it, so that
 * what it finds and says stays.
 *
 * @param isContractorOf which of those asked is the order's own contractor, whose certificates are known
 * @param byRecord whether what names no request for offer is passed only by a person's word
 */
record AskedByState(BiPredicate<OrderFacts, ContractorAsked> isContractorOf, boolean byRecord) {

    static RuleText text(int version, String reading) {
        return RuleText.of(
                        "SOL-MIN3-STATE",
                        version,
                        RuleKind.BLOCK,
                        "A State agency has asked three CMAS contractors, one of them certified",
                        "State agencies seek offers from at least 3 CMAS contractors, one of them a California certified small business or"
                                + " disabled veteran business if one is available.",
                        guide(2, 7, "Seeking Multiple Offers"))
                .read(reading)
                .binding(AgencyClass.STATE)
                .using(ParameterName.STATE_OFFERS_LEAST, ParameterName.STATE_ONE_OFFER_BELOW);
    }

    static Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().amended()
                ? Optional.of("Asked of the original order: an amendment seeks no offers.")
                : Optional.empty();
    }

    List<Outcome> check(OrderFacts facts) {
        Optional<ContractorsAsked> told = ContractorsAsked.of(facts.order());
        return told.map(all -> judge(facts, all.by(facts.judgedAsOf())))
                .orElseGet(() -> List.of(
                        Outcome.undetermined("The order does not tell which contractors were asked for an offer.")
                                .remedy("Tell them in procurement.contractorsAsked, or attest to whom was asked.")));
    }

    private List<Outcome> judge(OrderFacts facts, ContractorsAsked asked) {
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
        if (byRecord && troubles.isEmpty() && !isSmall && !isOnRecord(facts)) {
            troubles.add(Outcome.undetermined(
                            "The order tells of %d different contractors that were asked, and names no request for offer whose record shows it.",
                            asked.count())
                    .with("asked", asked.count())
                    .with("least", least)
                    .remedy("Name the request in procurement.requestForOffer.requestId, or attest to whom was asked."));
        }
        String several = byRecord
                ? "%1$d different contractors were asked, by the record of the request for offer."
                : "%1$d different contractors were asked, as the order tells.";
        return Outcomes.orPass(
                troubles.stream(),
                Outcome.pass(
                                isSmall ? "One contractor is enough below %2$s; %1$d were asked." : several,
                                asked.count(),
                                small)
                        .with("asked", asked.count())
                        .with("least", least));
    }

    private static boolean isOnRecord(OrderFacts facts) {
        return facts.order()
                .procurement()
                .map(Procurement::requestForOffer)
                .map(RequestForOffer::requestId)
                .isPresent();
    }

    /** What the order tells of its own contractor can be compared with the contractor's record; of others nothing is gathered. */
    private boolean countsUncertified(OrderFacts facts, ContractorsAsked asked) {
        Contractor contractor = facts.contractor();
        return contractor != null
                && asked.all().stream()
                        .anyMatch(one -> one.certified()
                                && isContractorOf.test(facts, one)
                                && contractor.certificates().stream()
                                        .noneMatch(certificate -> certificate.validOn(one.askedOn())));
    }

    private static Optional<String> noneAvailable(OrderFacts facts) {
        return facts.order().procurement().map(Procurement::noneCertifiedReason);
    }
}
