package org.opencmas.order.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.terms.Bond;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.terms.Usd;

/**
 * What was accepted, paid and withheld on an order, and what may still be paid.
 *
 * @param price to be paid in money, without tax and freight, US dollars: less what is traded in; the lower one while an amendment waits for its decision
 * @param mayBePaid what all payments together may come to as things stand
 * @param leftToPay what one more payment may come to
 * @param leastWithheldOfPrice what has to stay withheld of the price before final acceptance
 * @param leastPerformanceBond what the performance bond comes to at least; 0.00 when none is asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderAccount")
record AccountView(
        UUID orderId,
        Usd price,
        Usd total,
        Usd mayBePaid,
        Usd paid,
        Usd leftToPay,
        Usd withheld,
        Usd leastWithheldOfPrice,
        Usd leastPerformanceBond,
        boolean finallyAccepted,
        @Nullable ProgressTerms progressTerms,
        List<Bond> bonds) {
    static AccountView of(OrderAccount account, List<Bond> bonds) {
        return new AccountView(
                account.inForce().orderId(),
                account.price(),
                account.inForce().amounts().total(),
                account.mayBePaid(),
                account.paid(),
                account.leftToPay(),
                account.withheld(),
                account.leastWithheldOfPrice(),
                account.leastPerformanceBond(),
                account.isFinallyAccepted(),
                account.terms(),
                bonds);
    }
}
