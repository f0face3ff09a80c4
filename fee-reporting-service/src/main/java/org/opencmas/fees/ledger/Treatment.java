package org.opencmas.fees.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the fee on an amount is treated. */
@Schema(name = "FeeTreatment")
public enum Treatment {
    /** The contractor owes it. */
    DUE,
    /** Worked out but not owed: the contractor was a California certified small business on the order date (Guide s6 p15). */
    WAIVED,
    /** The order is dated before the first rate: no incentive fee was due from contractors. */
    NOT_IN_FORCE
}
