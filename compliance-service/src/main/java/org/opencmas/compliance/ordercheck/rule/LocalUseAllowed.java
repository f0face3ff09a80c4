package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.terms.AgencyClass;

/** CON-LOCAL-OPTIN: a local agency orders only from a CMAS whose contractor lets local agencies use it. */
public record LocalUseAllowed() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "CON-LOCAL-OPTIN",
                    2,
                    RuleKind.BLOCK,
                    "The contractor lets local agencies use the CMAS",
                    "Whether local agencies may order is the contractor's choice, and the CMAS says it.",
                    guide(1, 6, "Contractor's Option to Allow Use of Their CMAS"))
            .read(
                    "The choice in force on the order date counts; orders already placed stand when it changes. A choice that is not"
                            + " recorded is undetermined.")
            .binding(AgencyClass.LOCAL);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return Outcomes.ofEachCmas(
                facts,
                Outcome.pass("Every CMAS cited is open to local agencies."),
                (cited, agreement) ->
                        judge(agreement).map(outcome -> outcome.on(facts.order().linesOf(cited.cmas()))));
    }

    private static Optional<Trouble> judge(Agreement agreement) {
        return switch (agreement.forUseBy()) {
            case STATE_AND_LOCAL -> Optional.empty();
            case STATE_ONLY ->
                Optional.of(Outcome.fail("CMAS %s is for State agencies only.", agreement.cmas())
                        .remedy("Order from a CMAS that is open to local agencies."));
            case UNKNOWN ->
                Optional.of(Outcome.undetermined(
                                "It is not recorded whether CMAS %s is open to local agencies.", agreement.cmas())
                        .remedy("Ask the CMAS Unit, or attest to what the CMAS says."));
        };
    }
}
