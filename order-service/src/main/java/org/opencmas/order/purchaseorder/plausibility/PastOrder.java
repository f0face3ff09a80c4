package org.opencmas.order.purchaseorder.plausibility;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opencmas.order.purchaseorder.document.OrderDocument;

/**
 * An earlier order of the same agency.
 *
 * @param document its version in force, or the latest one
 * @param wasIssued whether it was ever issued: what still waits for its decision may itself be mistyped
 */
public record PastOrder(OrderDocument document, boolean wasIssued) {
    UUID orderId() {
        return document.orderId();
    }

    LocalDate orderDate() {
        return document.naming().orderDate();
    }

    /** The same of its lines as of another order's: what, how many, at which price. */
    static List<String> lines(OrderDocument document) {
        return document.lines().stream()
                .map(line -> ItemKey.of(line.ordered()) + " "
                        + line.ordered().quantity().stripTrailingZeros().toPlainString() + " "
                        + line.ordered().unitPrice())
                .sorted()
                .toList();
    }
}
