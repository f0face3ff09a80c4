package org.opencmas.compliance.rule.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.Coding.ServiceKind;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/**
 * SVC-RESUMES: a line of consulting or personal services stops the order until a person says that the resumes of all its people were
 * reviewed; one of technical services, or of a kind that nobody coded, is a warning. An amendment is asked of lines that it adds or changes.
 */
public record ResumesReviewed() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ServicesText.SVC_RESUMES;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        if (facts.order().lines(ResumesReviewed::buysServices).isEmpty()) {
            return Optional.of("The order has no line of services.");
        }
        return facts.notIssuedBefore(ResumesReviewed::buysServices).isEmpty()
                ? Optional.of("The lines of services are those of the version that was issued before.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<Outcome> found = new ArrayList<>();
        List<OrderLine> needed = facts.notIssuedBefore(line -> buysServices(line) && isNeeded(line));
        if (!needed.isEmpty()) {
            found.add(Outcome.needsAttestation(
                            "Nobody says that the resumes of all people for %s were reviewed.", Phrases.lines(needed))
                    .on(needed)
                    .remedy("Review each against the CMAS and the request for offer, and attest that you have."));
        }
        List<OrderLine> others = facts.notIssuedBefore(line -> buysServices(line) && !isNeeded(line));
        if (!others.isEmpty()) {
            found.add(
                    Outcome.warn("Where people are proposed for %s, their resumes are reviewed.", Phrases.lines(others))
                            .on(others)
                            .remedy("Review each against the CMAS and the request for offer."));
        }
        return found;
    }

    private static boolean buysServices(OrderLine line) {
        return line.kind() == LineKind.SERVICES;
    }

    private static boolean isNeeded(OrderLine line) {
        ServiceKind kind = line.coded().serviceKind();
        return kind == ServiceKind.CONSULTING || kind == ServiceKind.PERSONAL;
    }
}
