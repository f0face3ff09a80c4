package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.terms.CmasNumber;

/** NSP-ONLY-WAY: an NSP line is bought only on a CMAS that has the NSP provision. */
public record NspNeedsProvision() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "NSP-ONLY-WAY",
                    2,
                    RuleKind.BLOCK,
                    "Items that are not on the CMAS are bought under its NSP provision or not at all",
                    "Open market, incidental and non-contract items come onto a CMAS order only as NSP items of a CMAS that has the"
                            + " provision; otherwise they are bought outside CMAS.",
                    guide(10, 20, "Open Market, Incidental, and Non- Contract Items"))
            .read(
                    "On an order of several CMAS, the provision must be in the CMAS of the group that holds the NSP line. The"
                            + " CMAS counts as it stood on the line's price date: the order date, or the amendment date for a new or"
                            + " changed line.");

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
        return Outcomes.ofEachLine(
                facts.order().nspLines(),
                Outcome.pass("Every NSP line is on a CMAS with the NSP provision."),
                line -> judge(facts, line).map(trouble -> trouble.on(line)));
    }

    private static Optional<Trouble> judge(OrderFacts facts, OrderLine line) {
        CmasNumber cmas = line.cmas();
        if (cmas == null) {
            return Optional.of(Outcome.undetermined("NSP line %s cites no readable CMAS number.", line.lineId())
                    .remedy("Cite on line %s the CMAS it is bought on.", line.lineId()));
        }
        CitedAgreement cited = facts.cited(cmas);
        Agreement agreement = cited.on(line.pricedOn());
        if (agreement == null) {
            return Optional.of(cited.unknownOn(line.pricedOn()));
        }
        return agreement.nspProvision()
                ? Optional.empty()
                : Optional.of(Outcome.fail("CMAS %s has no NSP provision on %s.", cmas, line.pricedOn())
                        .remedy("Buy line %s outside CMAS.", line.lineId()));
    }
}
