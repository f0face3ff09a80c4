package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** MULTI-SAME-CONTRACTOR: all CMAS on one order belong to one contractor. */
public record OneContractor() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "MULTI-SAME-CONTRACTOR",
                    2,
                    RuleKind.BLOCK,
                    "All CMAS on one order belong to the same contractor",
                    "An order on several CMAS is with one contractor only.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "Affiliates and former names are another contractor unless the registry holds them as one legal entity.");

    @Override
    public RuleText text() {
        return TEXT;
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
        return Outcomes.ofEachCmas(
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
