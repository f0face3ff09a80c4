package org.opencmas.compliance.rule.superseded.nsp;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.nsp.NspLines;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.superseded.firstrelease.OutcomesV1;

/**
 * NSP-ONLY-WAY: an NSP line is bought only on a CMAS that has the NSP provision.
 *
 * <p>Version 1. An NSP line that an amendment added was judged by the CMAS as of the order date.
 */
public record NspNeedsProvisionV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "NSP-ONLY-WAY",
                    1,
                    RuleKind.BLOCK,
                    "Items that are not on the CMAS are bought under its NSP provision or not at all",
                    "Open market, incidental and non-contract items come onto a CMAS order only as NSP items of a CMAS that has the"
                            + " provision; otherwise they are bought outside CMAS.",
                    guide(10, 20, "Open Market, Incidental, and Non- Contract Items"))
            .read(
                    "On an order of several CMAS, the provision must be in the CMAS of the group that holds the NSP line.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OutcomesV1.ofEachCmas(
                facts,
                Outcome.pass("Every NSP line is on a CMAS with the NSP provision."),
                (cited, agreement) -> judge(facts.order(), agreement));
    }

    private static Optional<Outcome> judge(Order order, Agreement agreement) {
        List<OrderLine> nsp = order.lines(line -> line.nsp() && line.boughtOn(agreement.cmas()));
        if (nsp.isEmpty() || agreement.nspProvision()) {
            return Optional.empty();
        }
        return Optional.of(Outcome.fail("CMAS %s has no NSP provision.", agreement.cmas())
                .on(nsp)
                .remedy("Buy %s outside CMAS.", Phrases.lines(nsp)));
    }
}
