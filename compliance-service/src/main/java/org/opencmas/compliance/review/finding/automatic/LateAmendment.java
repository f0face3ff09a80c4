package org.opencmas.compliance.review.finding.automatic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewSettings;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;

/**
 * An amendment in the last {@link ReviewSettings#lateAmendmentDays} days of the agreement, its last day included, that raises what is ordered is asked about; one
 * after the last day is a violation (ORD-AMEND-EXPIRED).
 */
final class LateAmendment implements AutomaticCheck {
    @Override
    public List<ReviewFinding> find(ReviewedOrder order) {
        OrderFacts facts = order.facts();
        LocalDate amendedOn = facts.order().amendmentDate();
        List<ReviewFinding> found = new ArrayList<>();
        if (amendedOn != null) {
            for (CitedAgreement cited : facts.agreements()) {
                Agreement agreement = cited.onAmendmentDate();
                if (agreement == null) {
                    found.add(ReviewFinding.undetermined(
                            FindingKind.LATE_AMENDMENT,
                            "It is not known here how CMAS %s stood on %s, the day of the amendment."
                                    .formatted(cited.cmas(), amendedOn),
                            List.of()));
                } else {
                    judge(order, agreement, amendedOn, found);
                }
            }
        }
        return found;
    }

    private static void judge(
            ReviewedOrder order, Agreement agreement, LocalDate amendedOn, List<ReviewFinding> found) {
        OrderFacts facts = order.facts();
        int days = order.settings().lateAmendmentDays();
        LocalDate end = agreement.termEnd();
        Order before = facts.issuedBefore();
        boolean raises =
                before == null || before.total().compareTo(facts.order().total()) < 0;
        if (amendedOn.isAfter(end)) {
            found.add(dates(
                    ReviewFinding.violation(
                            FindingKind.LATE_AMENDMENT,
                            "The amendment of %s is after the last day of CMAS %s, %s."
                                    .formatted(amendedOn, agreement.cmas(), end),
                            List.of()),
                    amendedOn,
                    end));
        } else if (raises && amendedOn.isAfter(end.minusDays(days))) {
            found.add(dates(
                    ReviewFinding.question(
                            FindingKind.LATE_AMENDMENT,
                            "The amendment of %s raises the order in the last %d days of CMAS %s, which ends on %s."
                                    .formatted(amendedOn, days, agreement.cmas(), end),
                            List.of()),
                    amendedOn,
                    end));
        }
    }

    private static ReviewFinding dates(ReviewFinding finding, LocalDate amendedOn, LocalDate end) {
        return finding.with("amendmentDate", amendedOn).with("termEnd", end);
    }
}
