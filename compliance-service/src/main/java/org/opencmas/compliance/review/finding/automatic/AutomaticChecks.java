package org.opencmas.compliance.review.finding.automatic;

import java.util.ArrayList;
import java.util.List;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.terms.AgencyClass;

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
     * agency's order every finding is for information only, and says so (CMP-SCOPE). While the buyer's kind is not known here no finding
     * is held against anybody: each is undetermined, and says why.
     */
    public static List<ReviewFinding> find(ReviewedOrder order) {
        List<ReviewFinding> found = new ArrayList<>();
        ALL.forEach(check -> found.addAll(check.find(order)));
        NotReturned.find(order, found).ifPresent(found::add);
        AgencyClass buyer = order.buyer();
        if (buyer == null) {
            return found.stream().map(ReviewFinding::ofUnknownBuyer).toList();
        }
        return buyer == AgencyClass.LOCAL
                ? found.stream().map(ReviewFinding::forInformation).toList()
                : List.copyOf(found);
    }
}
