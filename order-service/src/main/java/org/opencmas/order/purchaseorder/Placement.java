package org.opencmas.order.purchaseorder;

import org.opencmas.journal.Actor;

/**
 * A new order ready to be written: nothing about it needs to be asked of the database any more.
 *
 * @param change the order's first change
 * @param document its document as JSON
 * @param key under which the caller may send it again
 */
record Placement(PurchaseOrder order, OrderChange change, String document, RequestKey key, Actor actor) {

    /**
     * The caller's key of a request.
     *
     * @param caller subject of the token; keys of two callers have nothing to do with each other
     * @param hash SHA-256 of what was sent with the key
     */
    record RequestKey(String caller, String key, byte[] hash) {}
}
