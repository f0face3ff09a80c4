package org.opencmas.order.file;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.payment.Payment;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.orderbody.delivery.Delivery;

/**
 * How long the agency keeps the file by its own policy of today (DOC-FILE, Guide s5 p14: the Guide has no number of years). The years are counted
 * from the last day that the order knows of: the date of what is in force, the last day of its delivery or services, its termination, or its last
 * payment. Whatever happens later moves the end on.
 *
 * @param keepThrough last day on which the file is kept, inclusive
 */
@Schema(name = "FileRetention")
record Retention(int years, LocalDate countedFrom, LocalDate keepThrough) {

    /**
     * @param years null where the agency's policy has none
     * @param terminatedOn null where the order was not terminated
     */
    static Optional<Retention> of(
            @Nullable Integer years, OrderDocument inForce, @Nullable LocalDate terminatedOn, List<Payment> payments) {
        if (years == null) {
            return Optional.empty();
        }
        Delivery delivery = inForce.statements().delivery();
        LocalDate last = Stream.concat(
                        Stream.of(
                                inForce.datedOn(),
                                delivery == null ? null : delivery.deliverBy(),
                                delivery == null ? null : delivery.servicesThrough(),
                                terminatedOn),
                        payments.stream().map(Payment::paidOn))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Optional.of(new Retention(years, last, last.plusYears(years)));
    }
}
