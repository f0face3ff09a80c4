package org.opencmas.compliance.rule.superseded.agreement;

import static org.opencmas.compliance.rule.Citation.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.superseded.firstrelease.OutcomesV1;

/**
 * CON-ACTIVE-CHECK: on the day it is ordered from, a CMAS is active and in term; its first and last day count.
 *
 * <p>Version 1. The status of a CMAS was that of its snapshot on the day.
 */
public record CmasActiveV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "CON-ACTIVE-CHECK",
                    1,
                    RuleKind.BLOCK,
                    "The CMAS is active on the order date",
                    "On the order date the CMAS is neither suspended nor terminated, and the date lies from its first through its last"
                            + " day, both included.",
                    guide(3, 9, "Substantiate CMAS is Valid"))
            .read(
                    "Dates are civil dates in California; the last day of the term is a valid day. A CMAS that an amendment adds is judged"
                            + " on the amendment date. The copy of the registry is stale when news about the CMAS arrived that could not be taken in:"
                            + " then a person checks and attests.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OutcomesV1.ofEachCmas(
                facts,
                Outcome.pass("Every CMAS cited was active on the day it was ordered from."),
                (cited, agreement) -> judge(cited.citedOn(), agreement)
                        .map(outcome -> outcome.on(facts.order().linesOf(cited.cmas()))));
    }

    private static Optional<Outcome> judge(LocalDate day, Agreement agreement) {
        if (agreement.status() != Agreement.Status.ACTIVE) {
            return Optional.of(Outcome.fail("CMAS %s is %s on %s.", agreement.cmas(), inWords(agreement.status()), day)
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

    private static Outcome stale(Agreement agreement) {
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
