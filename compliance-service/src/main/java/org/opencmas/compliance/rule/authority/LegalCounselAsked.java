package org.opencmas.compliance.rule.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Clauses;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Placed;
import org.opencmas.terms.Usd;

/** GEN-LEGAL-COUNSEL: an order that the agency's own setting names needs a word on its lawyers; a total equal to its amount does not. */
public record LegalCounselAsked() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return AuthorityText.GEN_LEGAL_COUNSEL;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        Agency agency = facts.agency();
        return agency != null && setsNothing(agency.own())
                ? Optional.of("The agency has set nothing that asks for legal counsel.")
                : Optional.empty();
    }

    private static boolean setsNothing(Agency.Settings own) {
        return own.legalCounselAbove() == null
                && !Boolean.TRUE.equals(own.legalCounselForServices())
                && !Boolean.TRUE.equals(own.legalCounselForClauses());
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Agency agency = facts.agency();
        if (agency == null) {
            return List.of(facts.unknownAgency());
        }
        List<String> reasons = reasons(agency.own(), facts);
        return List.of(
                reasons.isEmpty()
                        ? Outcome.pass("Nothing on the order is what the agency asks its lawyers about.")
                        : Outcome.needsAttestation("The agency asks its lawyers about %s.", Phrases.all(reasons))
                                .with("total", facts.order().total())
                                .remedy("Attest that they were consulted, or why it was not needed."));
    }

    private static List<String> reasons(Agency.Settings own, OrderFacts facts) {
        List<String> reasons = new ArrayList<>();
        Usd above = own.legalCounselAbove();
        if (above != null && !facts.order().total().isAtMost(above)) {
            reasons.add("an order above " + above);
        }
        if (Boolean.TRUE.equals(own.legalCounselForServices())
                && !facts.order()
                        .lines(line -> line.kind() == LineKind.SERVICES)
                        .isEmpty()) {
            reasons.add("services");
        }
        if (Boolean.TRUE.equals(own.legalCounselForClauses()) && hasClauses(facts)) {
            reasons.add("clauses of its own");
        }
        return reasons;
    }

    private static boolean hasClauses(OrderFacts facts) {
        return facts.order()
                .procurement()
                .map(way -> {
                    Clauses clauses = way.clauses();
                    return clauses != null
                            && (isPlaced(clauses.liquidatedDamages()) || isPlaced(clauses.acceptanceTesting()));
                })
                .orElse(false);
    }

    private static boolean isPlaced(@Nullable Placed clause) {
        return clause != null && (clause.inRequest() || clause.inOrder());
    }
}
