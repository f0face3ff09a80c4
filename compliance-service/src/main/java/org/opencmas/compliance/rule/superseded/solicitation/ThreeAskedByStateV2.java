package org.opencmas.compliance.rule.superseded.solicitation;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.ContractorsAsked;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * SOL-MIN3-STATE: at least three different contractors were asked by the day of the order, one of them certified or a reason why none was;
 * below the small amount, itself not included, one is enough.
 *
 * <p>Version 2. What the order told counted alike, whether or not it named a request for offer whose record the order service keeps.
 */
public record ThreeAskedByStateV2() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "SOL-MIN3-STATE",
                    2,
                    RuleKind.BLOCK,
                    "A State agency has asked three CMAS contractors, one of them certified",
                    "State agencies seek offers from at least 3 CMAS contractors, one of them a California certified small business or"
                            + " disabled veteran business if one is available.",
                    guide(2, 7, "Seeking Multiple Offers"))
            .read(
                    "To seek is not to receive: who was asked counts, whatever was answered. Contractors count once however many CMAS they"
                            + " hold, and are known by their id, or by name where none is told."
                            + " That no certified one was available is documented by its reason. On a total below the amount of the"
                            + " State Contracting Manual 1607.2 one contractor will do; a total equal to it needs all. Asked of the"
                            + " original order: an amendment seeks no offers.")
            .binding(AgencyClass.STATE)
            .using(ParameterName.STATE_OFFERS_LEAST, ParameterName.STATE_ONE_OFFER_BELOW);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().amended()
                ? Optional.of("Asked of the original order: an amendment seeks no offers.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
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
        return Outcomes.orPass(
                troubles.stream(),
                Outcome.pass(
                                isSmall
                                        ? "One contractor is enough below %2$s; %1$d were asked."
                                        : "%1$d different contractors were asked, as the order tells.",
                                asked.count(),
                                small)
                        .with("asked", asked.count())
                        .with("least", least));
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
