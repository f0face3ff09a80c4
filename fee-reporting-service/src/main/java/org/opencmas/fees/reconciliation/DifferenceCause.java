package org.opencmas.fees.reconciliation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a report and the ledger differ, and what puts it right. */
@Schema(name = "DifferenceCause")
enum DifferenceCause {
    ORDER_NOT_IN_REPORT("Report the order in a correction of the report, or dispute it with the agency's paper."),
    ORDER_NOT_IN_SYSTEM(
            "Send DGS the agency's order; once it is entered, the ledger has it by itself. Until then its fee is owed as"
                    + " declared."),
    TYPED_DIFFERENTLY(
            "Report and agency seem to type one order's number differently, so it is owed twice: tie the two at"
                    + " /v1/order-look-alikes, or report it with the agency's number."),
    TAX_IN_BASE("Report the order without its sales tax, which never bears the fee."),
    FREIGHT_IN_BASE("Report the order without its freight, which never bears the fee."),
    TAX_AND_FREIGHT_IN_BASE("Report the order without its sales tax and freight, which never bear the fee."),
    STATE_ORDER_AS_LOCAL("Report the order as a State department's, with its billing code: it bears no incentive fee."),
    LOCAL_ORDER_AS_STATE("Report the order as a local agency's: it bears the incentive fee."),
    WRONG_QUARTER("The other side has the order in another quarter: report it in the quarter of its date, once."),
    RATE("Work the fee out with the rate of the order date."),
    WAIVER_NOT_VALID("No small-business certificate was valid on the order date, so the fee is owed."),
    WAIVER_NOT_USED("A small-business certificate was valid on the order date, so the fee is not owed."),
    AMENDMENT_IGNORED("Report the amendment, rejection or termination with what it adds or takes away."),
    DUPLICATE("Report the order once."),
    ROUNDING("Round once, on the quarter's total; the lines keep their fractions."),
    DIGITS_SWAPPED("Mend the amount: it has the digits of the ledger's in another order."),
    POINT_MISPLACED("Mend the amount: it is the ledger's with its decimal point in another place."),
    SIGN_REVERSED("Mend the amount: it is the ledger's with the other sign."),
    /**
     * Both sides know the order and its document and hold another amount before tax and freight, and no figure of either side tells why.
     * That is no remainder of the arithmetic: it is one line's difference, shown as such, and only the agency's paper settles it.
     */
    AMOUNT("Show the agency's paper: contractor and agency hold another amount before tax and freight.");

    private final String correction;

    DifferenceCause(String correction) {
        this.correction = correction;
    }

    /** What would put it right, for a person. */
    String correction() {
        return correction;
    }
}
