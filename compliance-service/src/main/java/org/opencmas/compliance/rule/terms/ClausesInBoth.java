package org.opencmas.compliance.rule.terms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Clauses;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Placed;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.RequestForOffer;

/** ORD-LD-ACCEPT: a clause on liquidated damages or acceptance testing stands in request and order; in one of the two only it is a warning. */
public record ClausesInBoth() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return TermsText.ORD_LD_ACCEPT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        Clauses clauses = clauses(facts);
        return clauses == null || !placed(clauses.liquidatedDamages()) && !placed(clauses.acceptanceTesting())
                ? Optional.of("The order tells of no liquidated damages and no acceptance testing.")
                : Optional.empty();
    }

    private static @Nullable Clauses clauses(OrderFacts facts) {
        return facts.order().procurement().map(Procurement::clauses).orElse(null);
    }

    private static boolean placed(@Nullable Placed clause) {
        return clause != null && (clause.inRequest() || clause.inOrder());
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Clauses clauses = clauses(facts);
        boolean verbal = facts.order()
                .procurement()
                .map(Procurement::requestForOffer)
                .map(RequestForOffer::verbal)
                .orElse(false);
        return Outcomes.orPass(
                clauses == null
                        ? Stream.of()
                        : Stream.of(
                                        judge("Liquidated damages", clauses.liquidatedDamages(), verbal),
                                        judge("Acceptance testing", clauses.acceptanceTesting(), verbal))
                                .flatMap(Optional::stream),
                Outcome.pass(
                        "What the order tells of liquidated damages and acceptance testing stands in both documents."));
    }

    private static Optional<Trouble> judge(String clause, @Nullable Placed where, boolean verbal) {
        if (where == null || !placed(where)) {
            return Optional.empty();
        }
        if (verbal) {
            return Optional.of(Outcome.warn(
                            "%s will not apply: a request for offer made by word of mouth carries no criteria.", clause)
                    .remedy("Ask for offers in writing, with the criteria."));
        }
        if (where.inRequest() && where.inOrder()) {
            return Optional.empty();
        }
        return Optional.of(Outcome.warn(
                        "%s will not apply: the criteria stand in the %s only.",
                        clause, where.inOrder() ? "order" : "request for offer")
                .remedy("Put the criteria in the %s too.", where.inOrder() ? "request for offer" : "order"));
    }
}
