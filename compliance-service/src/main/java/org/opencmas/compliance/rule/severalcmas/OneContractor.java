package org.opencmas.compliance.rule.severalcmas;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;

/** MULTI-SAME-CONTRACTOR: all CMAS on one order belong to one contractor. */
public record OneContractor() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return SeveralCmasText.MULTI_SAME_CONTRACTOR;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return SeveralCmas.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Optional<UUID> first = facts.agreements().stream()
                .flatMap(cited -> Optional.ofNullable(cited.agreement()).stream())
                .map(Agreement::contractorId)
                .findFirst();
        return OrderOutcomes.ofEachCmas(
                facts,
                Outcome.pass("All CMAS cited belong to one contractor."),
                (cited, agreement) ->
                        first.filter(agreement.contractorId()::equals).isPresent()
                                ? Optional.empty()
                                : Optional.of(another(facts.order(), agreement)));
    }

    private static Trouble another(Order order, Agreement agreement) {
        List<OrderLine> lines = order.linesOf(agreement.cmas());
        return Outcome.fail("CMAS %s belongs to another contractor, %s.", agreement.cmas(), agreement.contractorName())
                .with("contractor", agreement.contractorId())
                .on(lines)
                .remedy("Move %s to an order of its own.", Phrases.lines(lines));
    }
}
