package org.opencmas.compliance.rule.invoice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the Prompt Payment Act. Day 0 is the later of acceptance and receipt of the undisputed invoice; every calendar day counts but
 * those on which the invoice is disputed, and a corrected invoice begins a new day 0.
 *
 * @param acceptedOn the day on which goods were accepted or services performed; null when not said
 * @param invoiceReceivedOn the day on which the invoice was received; null when not said
 * @param disputes in any order; they may overlap
 */
public record PaymentClock(
        @Nullable LocalDate acceptedOn, @Nullable LocalDate invoiceReceivedOn, List<Dispute> disputes) {
    /** Day 0; empty when acceptance or receipt is not known. */
    public Optional<LocalDate> startedOn() {
        if (acceptedOn == null || invoiceReceivedOn == null) {
            return Optional.empty();
        }
        return Stream.concat(
                        Stream.of(acceptedOn, invoiceReceivedOn),
                        disputes.stream()
                                .map(Dispute::correctedInvoiceReceivedOn)
                                .flatMap(Stream::ofNullable))
                .max(LocalDate::compareTo);
    }

    /**
     * The last day on which payment is on time; empty while an open dispute holds the clock, and when day 0 is not known. A dispute that
     * begins on the last day still stops it.
     */
    public Optional<LocalDate> dueOn(int days) {
        return startedOn().flatMap(start -> due(start, start.plusDays(days)));
    }

    /** True while an open dispute holds it, so that it has no last day. */
    public boolean isHeld(int days) {
        return startedOn().isPresent() && dueOn(days).isEmpty();
    }

    public boolean isDisputedOn(LocalDate day) {
        return disputes.stream().anyMatch(dispute -> dispute.isOn(day));
    }

    private Optional<LocalDate> due(LocalDate start, LocalDate undisturbed) {
        LocalDate due = undisturbed;
        LocalDate countedUpTo = start;
        List<Dispute> inOrder =
                disputes.stream().sorted(Comparator.comparing(Dispute::from)).toList();
        for (Dispute dispute : inOrder) {
            LocalDate from = later(dispute.from(), countedUpTo);
            if (from.isAfter(due) || !dispute.end().isAfter(from)) {
                continue;
            }
            if (dispute.isOpen()) {
                return Optional.empty();
            }
            due = due.plusDays(ChronoUnit.DAYS.between(from, dispute.end()));
            countedUpTo = dispute.end();
        }
        return Optional.of(due);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
