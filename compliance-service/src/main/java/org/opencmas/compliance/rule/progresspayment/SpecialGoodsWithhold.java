package org.opencmas.compliance.rule.progresspayment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Withholding;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.terms.Usd;

/** PP-GOODS-SPECIAL: at least 10% of the price stays withheld until final acceptance, and the bond is at least half; both inclusive. */
public record SpecialGoodsWithhold() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return ProgressPaymentText.PP_GOODS_SPECIAL;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.whyNotOn(Contract.Kind.GOODS_SPECIAL);
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        return List.of(PaidOfPrice.judge(Withholding.of(facts)), bond(facts));
    }

    /** The least sum of the bond: the part of all that is payable, rounded up to the cent. Empty when it is not asked or not known. */
    public static Optional<Usd> leastBond(PaymentFacts facts) {
        return facts.whyNotOn(Contract.Kind.GOODS_SPECIAL).isPresent()
                ? Optional.empty()
                : facts.parameter(ParameterName.PP_BOND_SHARE)
                        .map(share -> part(facts.inProgress().contract().total(), share));
    }

    private static Outcome bond(PaymentFacts facts) {
        Contract contract = facts.inProgress().contract();
        BigDecimal share = facts.figure(ParameterName.PP_BOND_SHARE);
        Usd least = part(contract.total(), share);
        Usd leastOfPrice = part(contract.price(), share);
        Usd bond = contract.performanceBond();
        if (bond == null) {
            return Outcome.undetermined("The sum of the faithful performance bond is not said.")
                    .with("bondAtLeast", least)
                    .remedy("Give the sum of the bond: 0.00 when there is none.");
        }
        return judge(bond, least, leastOfPrice).with("bond", bond).with("bondAtLeast", least);
    }

    private static Outcome judge(Usd bond, Usd least, Usd leastOfPrice) {
        if (least.isAtMost(bond)) {
            return Outcome.pass("The performance bond of %s is at least %s.", bond, least);
        }
        String remedy = "Have the bond raised by %s to %s.".formatted(least.minus(bond), least);
        return leastOfPrice.isAtMost(bond)
                ? Outcome.warn(
                                "The performance bond of %s is half of the price, but with tax and freight %s is needed.",
                                bond, least)
                        .remedy(remedy)
                : Outcome.fail("The performance bond of %s is less than %s.", bond, least)
                        .remedy(remedy);
    }

    private static Usd part(Usd whole, BigDecimal share) {
        return whole.times(share).cents(RoundingMode.UP);
    }
}
