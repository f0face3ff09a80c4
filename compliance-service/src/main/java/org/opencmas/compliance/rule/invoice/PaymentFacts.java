package org.opencmas.compliance.rule.invoice;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.AgencyClass;

/**
 * A payment of an invoice. Its figures are those of the day of payment.
 *
 * @param progress what a progress payment is judged by; null for any other
 */
public record PaymentFacts(
        Payment payment,
        Bill bill,
        PaymentClock clock,
        @Nullable Progress progress,
        @Nullable AgencyClass buyer,
        Arrival arrival)
        implements BillFacts {
    /**
     * The day on which the invoice came: a person can attest from then on, also to a payment that is planned. Where it is not said, the
     * day of payment, or today for one that is planned.
     */
    @Override
    public LocalDate judgedAsOf() {
        return Stream.of(clock.invoiceReceivedOn(), payment.paidOn(), receivedOn())
                .flatMap(Stream::ofNullable)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Why the rules on progress payments do not touch this payment, or nothing when they do. */
    public Optional<String> whyNoProgressPayment() {
        return progress == null ? Optional.of("It is no progress payment.") : Optional.empty();
    }

    /** The same for rules on one kind of order. */
    public Optional<String> whyNotOn(Contract.Kind kind) {
        return whyNoProgressPayment()
                .or(() -> inProgress().contract().kind() == kind
                        ? Optional.empty()
                        : Optional.of("The order is of the kind %s."
                                .formatted(inProgress().contract().kind())));
    }

    /** What the progress payment is judged by; asked only of one. */
    public Progress inProgress() {
        return Objects.requireNonNull(progress, "asked only of a progress payment");
    }
}
