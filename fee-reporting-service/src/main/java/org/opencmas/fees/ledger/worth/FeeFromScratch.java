package org.opencmas.fees.ledger.worth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.fees.facts.Agency;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.ledger.Amount;
import org.opencmas.fees.ledger.Dimension;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * Works out the incentive fee of one order under one agreement from its whole history. Pure: equal facts give equal worth.
 *
 * <p>The fee is the order's amount before tax and freight times the rate of the order date (FEE-INCENTIVE-RATE, Guide s1 p5, s6
 * p15); on local governments' orders only; also when paid by CAL-Card (FEE-CALCARD); lines not on the price list included
 * (FEE-NSP, a reading); waived for small businesses ({@link SmallBusinessWaiver}). An amendment or a termination brings the
 * difference to what the order came to before, up or down, and that difference belongs to the quarter of the amendment or
 * termination (FEE-AMENDMENTS). An order that the contractor rejected counts for nothing until an amendment is issued in its place,
 * and its end alone puts nothing in its place: a reading, since the Guide sends such an order back (s8).
 *
 * <p>An amount of zero under an unknown agreement is not pending, since no report could miss it. So an amendment that names the right
 * agreement also ends what a wrong number left pending.
 */
public final class FeeFromScratch {
    private FeeFromScratch() {}

    public static Worth of(FeeFacts facts) {
        List<String> missing = missing(facts);
        if (!missing.isEmpty()) {
            OrderCourse course = OrderCourse.of(facts.history(), facts.agreement());
            return facts.held().isEmpty() && course.base().isZero()
                    ? new Worth.Known(Map.of())
                    : new Worth.Uncomputable(missing, course);
        }
        Agency buyer = facts.buyer().orElseThrow();
        if (buyer.type().agencyClass() == AgencyClass.STATE) {
            return new Worth.Known(Map.of());
        }
        return known(facts, buyer, facts.holder().orElseThrow());
    }

    private static List<String> missing(FeeFacts facts) {
        List<String> missing = new ArrayList<>();
        if (facts.buyer().isEmpty()) {
            missing.add("agency " + facts.history().getFirst().agencyId());
        }
        if (facts.held().isEmpty()) {
            missing.add("agreement " + facts.agreement());
        } else if (facts.holder().isEmpty()) {
            missing.add("contractor " + facts.held().get().contractorId());
        }
        return missing;
    }

    private static Worth.Known known(FeeFacts facts, Agency buyer, Contractor holder) {
        LocalDate orderDate = facts.history().getFirst().orderDate();
        Rate rate = facts.rates().on(orderDate);
        Treatment treatment = treatment(orderDate, rate, holder);
        Map<Dimension, Amount> amounts = new LinkedHashMap<>();
        for (OrderCourse.Step step :
                OrderCourse.of(facts.history(), facts.agreement()).steps()) {
            if (!step.movesWorth()) {
                continue;
            }
            OrderChange change = step.change();
            amounts.put(
                    new Dimension(
                            change.documentVersion(),
                            change.cause(),
                            step.belongsTo(),
                            buyer.type(),
                            holder.contractorId(),
                            rate,
                            treatment),
                    amount(step.base(), rate, treatment, step.orders()));
        }
        return new Worth.Known(amounts);
    }

    private static Treatment treatment(LocalDate orderDate, Rate rate, Contractor holder) {
        if (rate.equals(Rate.NONE)) {
            return Treatment.NOT_IN_FORCE;
        }
        return SmallBusinessWaiver.on(orderDate, holder.certificates()).isPresent() ? Treatment.WAIVED : Treatment.DUE;
    }

    private static Amount amount(Usd base, Rate rate, Treatment treatment, int orders) {
        Usd fee = rate.shareOf(base);
        return switch (treatment) {
            case DUE -> new Amount(base, fee, Usd.ZERO, orders);
            case WAIVED -> new Amount(base, Usd.ZERO, fee, orders);
            case NOT_IN_FORCE -> new Amount(base, Usd.ZERO, Usd.ZERO, orders);
        };
    }
}
