package org.opencmas.fees.ledger.declared;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an amount was posted for a declared order. */
@Schema(name = "DeclaredFeeCause")
public enum DeclaredCause {
    /** A filed report says so, and no agency's order is known. */
    REPORTED,
    /** A correction of the report does not say it any more, or says another amount. */
    WITHDRAWN,
    /** The agency's order is known: its fee is in the ledger, so what was declared is taken back. */
    ORDER_KNOWN,
    /** The report of an earlier quarter names the same order. */
    REPORTED_BEFORE,
    /** An amendment takes away from an order of which nothing is declared: the ledger decides. */
    NOTHING_TO_TAKE_FROM
}
