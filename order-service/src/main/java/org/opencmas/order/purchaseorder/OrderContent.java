package org.opencmas.order.purchaseorder;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * What an agency says in an order, read and found meaningful, before it is numbered and grouped. Its lines carry sub
 * number 0 and the order's date as price date until they are placed in a document.
 */
record OrderContent(
        UUID agencyId,
        String agencyOrderNumber,
        LocalDate orderDate,
        UUID contractorId,
        @Nullable String orderToLocation,
        OrderDocument.PaymentMethod paymentMethod,
        Usd tax,
        Usd freight,
        List<OrderDocument.Line> lines,
        OrderDocument.@Nullable CertificationVerification certificationVerification,
        List<OrderDocument.Attestation> attestations,
        OrderDocument.Declared declared) {
    OrderContent {
        lines = List.copyOf(lines);
        attestations = List.copyOf(attestations);
    }
}
