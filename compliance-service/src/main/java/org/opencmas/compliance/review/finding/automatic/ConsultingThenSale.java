package org.opencmas.compliance.review.finding.automatic;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewSettings;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.review.finding.ReviewedOrder.ConsultingOrder;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/**
 * A sale of goods or software to an agency that the same contractor had advised within {@link ReviewSettings#adviceDays} days before, the first day
 * included. What counts as advice is told by the agency or read from the words of service lines: a sign to look at and no proof.
 */
public final class ConsultingThenSale implements AutomaticCheck {
    private static final Pattern ADVICE = Pattern.compile(
            "consult|feasibility|needs assessment|needs analysis|requirements (analysis|definition)|specification|advisory");

    @Override
    public List<ReviewFinding> find(ReviewedOrder order) {
        ConsultingOrder before = order.near().consultingBefore();
        Order document = order.facts().order();
        if (before == null || !sells(document)) {
            return List.of();
        }
        return List.of(ReviewFinding.question(
                        FindingKind.CONSULTING_THEN_SALE,
                        "Goods are sold to an agency that the contractor advised by order %s of %s."
                                .formatted(before.agencyOrderNumber(), before.orderDate()),
                        document.lines(ConsultingThenSale::isSale).stream()
                                .map(OrderLine::lineId)
                                .toList())
                .with("consultingOrderDate", before.orderDate()));
    }

    /** Whether an agency is advised by that order. */
    public static boolean advises(Order order) {
        return order.lines().stream()
                .anyMatch(line -> line.coded().consulting()
                        || line.kind() == LineKind.SERVICES
                                && ADVICE.matcher(line.description().toLowerCase(Locale.ROOT))
                                        .find());
    }

    private static boolean sells(Order order) {
        return order.lines().stream().anyMatch(ConsultingThenSale::isSale);
    }

    private static boolean isSale(OrderLine line) {
        return line.kind() == LineKind.GOODS || line.kind() == LineKind.SOFTWARE;
    }
}
