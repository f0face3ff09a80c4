package org.opencmas.compliance.review.finding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * All that the checks know of an order of the sample.
 *
 * @param facts of its last issued version, with prices and agreements as they are known now for the days of the order
 * @param settings of the review
 * @param near what the same agency ordered of the same contractor beside it
 */
public record ReviewedOrder(OrderFacts facts, Neighbours near, ContractorsReturn returned, ReviewSettings settings) {
    /**
     * Orders of the same agency and contractor.
     *
     * @param count of orders within {@link ReviewSettings#splitDays} before and after, on the same CMAS, this one included
     * @param total what they come to, US dollars without tax and freight
     * @param consultingBefore the last order for advice within {@link ReviewSettings#adviceDays} before; null for none
     */
    public record Neighbours(int count, Usd total, @Nullable ConsultingOrder consultingBefore) {}

    /** An order by which an agency was advised. */
    public record ConsultingOrder(LocalDate orderDate, String agencyOrderNumber) {}

    /**
     * Whether the contractor returned the order to the agency.
     *
     * @param known false when the news of that day was not kept here
     * @param on the day of the last return of the version that is reviewed, or of a later one; null when none is known
     */
    public record ContractorsReturn(boolean known, @Nullable LocalDate on) {}

    /** Whose rules bind the buyer; null when the buyer is not known here. */
    @Nullable
    public AgencyClass buyer() {
        return facts.agencyClass().orElse(null);
    }
}
