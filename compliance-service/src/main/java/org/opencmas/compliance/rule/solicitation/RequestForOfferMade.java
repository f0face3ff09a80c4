package org.opencmas.compliance.rule.solicitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.RequestForOffer;

/** SOL-RFO-NEEDED: a request for offer is told, dated the day of the order at the latest, and lines of services have a statement of work. */
public record RequestForOfferMade() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return SolicitationText.SOL_RFO_NEEDED;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().amended() ? Optional.of(SolicitationRules.AMENDMENT) : Optional.empty();
    }

    @Override
    public RuleKind kind(OrderFacts facts) {
        Agency agency = facts.agency();
        return agency != null && agency.own().statementOfWorkAction() == Agency.Severity.BLOCK
                ? RuleKind.BLOCK
                : RuleKind.WARNING;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Optional<RequestForOffer> request = facts.order().procurement().map(Procurement::requestForOffer);
        List<Trouble> troubles = new ArrayList<>();
        if (request.isEmpty()) {
            troubles.add(Outcome.warn("The order tells of no request for offer.")
                    .remedy("Name it in procurement.requestForOffer."));
        }
        request.filter(one -> one.writtenOn().isAfter(facts.judgedAsOf()))
                .ifPresent(late -> troubles.add(Outcome.warn(
                                "Request for offer %s is dated %s, after the order.",
                                late.reference(), late.writtenOn())
                        .with("writtenOn", late.writtenOn())
                        .remedy("Correct the day, or ask for offers before ordering.")));
        List<OrderLine> services = facts.order().lines(line -> line.kind() == LineKind.SERVICES);
        if (!services.isEmpty() && request.map(RequestForOffer::statementOfWork).isEmpty()) {
            troubles.add(Outcome.fail("The order buys services and tells of no statement of work.")
                    .on(services)
                    .remedy("Name it in procurement.requestForOffer.statementOfWork."));
        }
        return Outcomes.orPass(
                troubles.stream(),
                Outcome.pass(
                        "The order follows request for offer %s.",
                        request.map(RequestForOffer::reference).orElse("")));
    }
}
