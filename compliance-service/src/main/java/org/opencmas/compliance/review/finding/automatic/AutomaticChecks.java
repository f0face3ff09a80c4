package org.opencmas.compliance.review.finding.automatic;

import java.util.ArrayList;
import java.util.List;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewedOrder;

/** Every check of an order, in the order in which their findings are told. */
public final class AutomaticChecks {
    private static final List<AutomaticCheck> ALL = List.of(
            new Overcharge(),
            new Bundling(),
            new AgreementCited(),
            new SplitOrders(),
            new NspNearLimit(),
            new LateAmendment(),
            new ConsultingThenSale(),
            new PassThrough());

    private AutomaticChecks() {}

    /**
     * What all checks find. On an order that breaks a requirement, it is also asked whether the contractor returned it; on a local
     * agency's order every finding is for information only, and says so (CMP-SCOPE).
     */
    public static List<ReviewFinding> find(ReviewedOrder order) {
        List<ReviewFinding> found = new ArrayList<>();
        ALL.forEach(check -> found.addAll(check.find(order)));
        NotReturned.find(order, found).ifPresent(found::add);
        return order.ofLocalAgency()
                ? found.stream().map(ReviewFinding::forInformation).toList()
                : List.copyOf(found);
    }
}
