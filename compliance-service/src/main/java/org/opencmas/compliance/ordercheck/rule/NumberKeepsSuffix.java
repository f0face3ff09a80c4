package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;

/** CON-NUMBER-SUFFIX: the letter belongs to the number; a number without it is another number. */
public record NumberKeepsSuffix() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "CON-NUMBER-SUFFIX",
                    2,
                    RuleKind.CALCULATION,
                    "A CMAS is told apart by the letter at the end of its number",
                    "3-12-70-2473E and 3-12-70-2473F are two agreements, and 3-12-70-2473 is a third: letters are compared exactly.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "The letter is optional, since newer numbers have none; it is never dropped. Letters and digits that are easily"
                            + " confused (B and 8, O and 0) are suggested and never corrected silently.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return Outcomes.orPass(
                facts.agreements().stream().flatMap(cited -> judge(facts.order(), cited).stream()),
                Outcome.pass("Every number cited is known exactly as written, letter included."));
    }

    private static Optional<Trouble> judge(Order order, CitedAgreement cited) {
        if (cited.agreement() != null) {
            return Optional.empty();
        }
        if (cited.lookAlikes().isEmpty()) {
            return Optional.of(cited.unknown().on(order.linesOf(cited.cmas())));
        }
        return Optional.of(Outcome.warn("CMAS %s is not known; a number much like it is.", cited.cmas())
                .on(order.linesOf(cited.cmas()))
                .remedy("If it was meant, write %s.", Phrases.either(cited.lookAlikes())));
    }
}
