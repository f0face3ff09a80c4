package org.opencmas.compliance.rule.purchaseorder.known;

/**
 * How the record of the request for offer that an order names stands to what the order tells. It is asked of a check only: what is placed was
 * compared with the record by the order service, which refuses what differs.
 */
public enum RequestRecord {
    /** The order tells what is on record, or leaves it to the record. */
    AS_TOLD,
    /** The order tells of other contractors, other days or other certificates. */
    DIFFERS,
    /** The record has not come here, is of another agency, or has news that could not be taken in. */
    NOT_SEEN
}
