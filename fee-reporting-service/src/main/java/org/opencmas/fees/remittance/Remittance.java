package org.opencmas.fees.remittance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.proposal.ProposalState;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * A payment as it stands.
 *
 * @param amount dollars, in whole cents, above zero
 * @param unapplied what is neither allocated nor refunded, at least zero; it stays for later reports
 */
@Schema(name = "Remittance")
record Remittance(
        UUID remittanceId,
        UUID contractorId,
        String reference,
        Method method,
        Usd amount,
        LocalDate receivedOn,
        String recordedBy,
        Instant recordedAt,
        Usd allocated,
        Usd refunded,
        Usd unapplied,
        List<Allocation> allocations,
        List<Refund> refunds) {
    Remittance {
        allocations = List.copyOf(allocations);
        refunds = List.copyOf(refunds);
    }

    /** The payment with what became of it; what is left follows. */
    Remittance with(List<Allocation> allocated, List<Refund> refunds) {
        Usd applied = Usd.sum(allocated.stream().map(Allocation::amount).toList());
        Usd returned = Usd.sum(refunds.stream()
                .filter(refund -> refund.approvedAt() != null)
                .map(Refund::amount)
                .toList());
        return new Remittance(
                remittanceId,
                contractorId,
                reference,
                method,
                amount,
                receivedOn,
                recordedBy,
                recordedAt,
                applied,
                returned,
                amount.minus(applied).minus(returned),
                allocated,
                refunds);
    }

    /**
     * A payment as it came in, before it is recorded.
     *
     * @param reference the check or payment number by which both sides find it
     * @param amount dollars, in whole cents, above zero
     */
    record Payment(UUID contractorId, String reference, Method method, Usd amount, LocalDate receivedOn) {
        /** The payment as it stands when nothing became of it yet. */
        Remittance recorded(UUID remittanceId, String by, Instant at) {
            return new Remittance(
                    remittanceId,
                    contractorId,
                    reference,
                    method,
                    amount,
                    receivedOn,
                    by,
                    at,
                    Usd.ZERO,
                    Usd.ZERO,
                    amount,
                    List.of(),
                    List.of());
        }
    }

    /** How it was paid. */
    @Schema(name = "RemittanceMethod")
    enum Method {
        CHECK,
        ACH,
        WIRE,
        /** DGS's payment portal (practice 2.8). */
        PORTAL,
        OTHER
    }

    /**
     * A part of it that pays a report.
     *
     * @param amount dollars; negative where an allocation is taken back
     */
    @Schema(name = "RemittanceAllocation")
    record Allocation(
            CmasNumber cmasNumber, CalendarQuarter quarter, Usd amount, String allocatedBy, Instant allocatedAt) {}

    /**
     * A part that goes back once a second person approved it.
     *
     * @param state where it stands
     * @param approvedBy the second person; null while nothing goes back
     * @param withdrawal null while nobody has given it up; never there beside an approval
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RemittanceRefund")
    record Refund(
            UUID refundId,
            Usd amount,
            String reason,
            ProposalState state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable Withdrawal withdrawal) {}

    /** What is to be paid of which report. */
    record Part(CmasNumber cmasNumber, CalendarQuarter quarter, Usd amount) {}
}
