package org.opencmas.fees.ledger;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * One side of a posting.
 *
 * @param book which of the two books it is in; each balances by itself
 * @param amount dollars, exact; a debit is positive, a credit negative; never zero
 */
record Leg(Book book, String account, Usd amount) {
    @Schema(name = "LedgerBook")
    enum Book {
        /** What was sold, before tax and freight. */
        SALES,
        /** The incentive fee. */
        FEE
    }

    /**
     * The sides of a posting of that amount: sales against purchase orders; the fee assessed against what the contractor owes and what
     * is waived. The sides of each book add up to zero.
     */
    static List<Leg> of(CmasNumber agreement, Amount amount) {
        List<Leg> legs = new ArrayList<>();
        add(legs, Book.SALES, "sales:" + agreement, amount.base());
        add(legs, Book.SALES, "purchase-orders", amount.base().negated());
        add(legs, Book.FEE, "fee-receivable:" + agreement, amount.feeDue());
        add(legs, Book.FEE, "fee-waived:" + agreement, amount.feeWaived());
        add(
                legs,
                Book.FEE,
                "fee-assessed",
                amount.feeDue().plus(amount.feeWaived()).negated());
        return legs;
    }

    private static void add(List<Leg> legs, Book book, String account, Usd amount) {
        if (!amount.isZero()) {
            legs.add(new Leg(book, account, amount));
        }
    }
}
