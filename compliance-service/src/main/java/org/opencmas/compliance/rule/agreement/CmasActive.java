package org.opencmas.compliance.rule.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;

/** CON-ACTIVE-CHECK: on the day it is ordered from, a CMAS is active and in term; its first and last day count. */
public record CmasActive() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return AgreementText.CON_ACTIVE_CHECK;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachCmas(
                facts,
                Outcome.pass("Every CMAS cited was active on the day it was ordered from."),
                (cited, agreement) -> judge(cited.citedOn(), agreement)
                        .map(outcome -> outcome.on(facts.order().linesOf(cited.cmas()))));
    }

    private static Optional<Trouble> judge(LocalDate day, Agreement agreement) {
        if (agreement.status() != Agreement.Status.ACTIVE) {
            return Optional.of(Outcome.fail(
                            "CMAS %s is %s on %s.%s",
                            agreement.cmas(), inWords(agreement.status()), day, agreement.assumption())
                    .with("status", agreement.status())
                    .remedy("Order from a CMAS that is active."));
        }
        if (agreement.inTermOn(day)) {
            return agreement.newsWaiting() ? Optional.of(stale(agreement)) : Optional.empty();
        }
        return Optional.of(Outcome.fail(
                        "CMAS %s runs from %s through %s; %s lies outside.",
                        agreement.cmas(), agreement.termStart(), agreement.termEnd(), day)
                .with("orderDate", day)
                .with("termStart", agreement.termStart())
                .with("termEnd", agreement.termEnd())
                .remedy(
                        "Issue from %s through %s, or order from a CMAS in term.",
                        agreement.termStart(), agreement.termEnd()));
    }

    private static Trouble stale(Agreement agreement) {
        return Outcome.needsAttestation(
                        "News about CMAS %s could not be taken in here, so what is known of it may be out of date.",
                        agreement.cmas())
                .remedy(
                        "Check on the CMAS website or in Cal eProcure that CMAS %s is still active, and attest to it.",
                        agreement.cmas());
    }

    private static String inWords(Agreement.Status status) {
        return switch (status) {
            case ACTIVE -> "active";
            case SUSPENDED -> "suspended";
            case TERMINATED -> "terminated";
        };
    }
}
