package org.opencmas.order.account;

import java.util.Map;
import org.opencmas.problem.Conflict;
import org.opencmas.terms.Usd;

/** More would be paid than may be paid, or less withheld than has to be. */
public final class PaymentBeyond extends Conflict {
    private static final long serialVersionUID = 1;

    private PaymentBeyond(String detail, OrderAccount account) {
        super(
                "payment-beyond-what-may-be-paid",
                detail,
                Map.of(
                        "mayBePaid", account.mayBePaid(),
                        "paid", account.paid(),
                        "leftToPay", account.leftToPay(),
                        "withheld", account.withheld(),
                        "leastWithheldOfPrice", account.leastWithheldOfPrice()));
    }

    static PaymentBeyond mayBePaid(OrderAccount account, Usd would) {
        return new PaymentBeyond(
                "All payments on the order would come to " + would + "; as things stand they may come to "
                        + account.mayBePaid() + ".",
                account);
    }

    static PaymentBeyond withheldTooLittle(OrderAccount account, Usd would, Usd least) {
        return new PaymentBeyond(
                "Of the order " + would + " would be withheld; of what is earned so far it has to be at least " + least
                        + ".",
                account);
    }

    static PaymentBeyond withoutBond(OrderAccount account) {
        return new PaymentBeyond(
                "Special goods are paid in part only under a performance bond of at least "
                        + account.leastPerformanceBond() + "; recorded is "
                        + account.bonds().performance() + ".",
                account);
    }

    /** What was done leaves paid or withheld what then may not be so: a payment comes back, or an invoice loses its ground for paying in advance. */
    static PaymentBeyond afterwards(OrderAccount account) {
        return new PaymentBeyond(
                "With this, more would be paid on the order than may be paid, or less withheld than has to be. Have the payments that rest on"
                        + " it come back first, the latest first.",
                account);
    }
}
