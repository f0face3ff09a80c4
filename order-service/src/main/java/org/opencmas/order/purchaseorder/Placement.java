package org.opencmas.order.purchaseorder;

import java.util.HexFormat;
import org.opencmas.journal.Recording;

/**
 * A new order ready to be written: nothing about it needs to be asked of the database any more.
 *
 * @param change the order's first change
 * @param document its document as JSON
 * @param key under which the caller may send it again
 * @param recording the event that tells of it
 */
record Placement(PurchaseOrder order, OrderChange change, String document, RequestKey key, Recording recording) {

    /**
     * The caller's key of a request.
     *
     * @param caller subject of the token; keys of two callers have nothing to do with each other
     * @param hash SHA-256 of what was sent with the key
     */
    record RequestKey(String caller, String key, byte[] hash) {
        String hashInHex() {
            return HexFormat.of().formatHex(hash);
        }
    }
}
