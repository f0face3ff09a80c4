package org.opencmas.compliance.rule.purchaseorder.told;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When an order is to be fulfilled.
 *
 * @param deliverBy the day by which goods are delivered; null when it is not told
 * @param servicesFrom the first day of the services; null when it is not told
 * @param servicesThrough the last day of the services, inclusive; null when it is not told
 */
public record Delivery(
        @Nullable LocalDate deliverBy,
        @Nullable LocalDate servicesFrom,
        @Nullable LocalDate servicesThrough) {
    /** The last day of all that is told; empty when none is. */
    public Optional<LocalDate> lastDay() {
        return Stream.of(deliverBy, servicesThrough).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
