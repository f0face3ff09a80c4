package org.opencmas.fees.remittance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opencmas.paper.Paper;

/** The receipt of a payment: that it came in, which reports it pays, what went back and what is left. */
final class ReceiptPaper {
    private ReceiptPaper() {}

    /** When the last thing happened that it tells of: printed again, it is the same to the byte until something more happens. */
    static Instant datedAt(Remittance remittance) {
        return Stream.concat(
                        remittance.allocations().stream().map(Remittance.Allocation::allocatedAt),
                        remittance.refunds().stream().flatMap(refund -> Stream.ofNullable(refund.approvedAt())))
                .reduce(remittance.recordedAt(), (one, other) -> one.isAfter(other) ? one : other);
    }

    static Paper of(Remittance remittance, String payer) {
        var paper = new Paper(
                        "Receipt of payment", "CMAS incentive fee. Receipt of payment " + remittance.remittanceId())
                .values(List.of(
                        List.of("Receipt", remittance.remittanceId().toString()),
                        List.of("Contractor", payer),
                        List.of("Contractor id", remittance.contractorId().toString()),
                        List.of("Reference", remittance.reference()),
                        List.of("Paid by", remittance.method().name()),
                        List.of("Received on", remittance.receivedOn().toString()),
                        List.of("Recorded at", remittance.recordedAt() + " by " + remittance.recordedBy()),
                        List.of("Amount", Paper.money(remittance.amount())),
                        List.of("Applied to reports", Paper.money(remittance.allocated())),
                        List.of("Returned", Paper.money(remittance.refunded())),
                        List.of("Left for later reports", Paper.money(remittance.unapplied()))));
        applied(paper, remittance);
        returned(paper, remittance);
        return paper;
    }

    private static void applied(Paper paper, Remittance remittance) {
        paper.heading("Applied to");
        if (remittance.allocations().isEmpty()) {
            paper.paragraph("Nothing yet.");
            return;
        }
        paper.table(
                List.of("CMAS", "Quarter", "Applied at", "Amount"),
                List.of(28, 18, 34, 20),
                remittance.allocations().stream()
                        .map(part -> List.of(
                                part.cmasNumber().canonical(),
                                part.quarter().toString(),
                                part.allocatedAt().toString(),
                                Paper.money(part.amount())))
                        .toList());
    }

    private static void returned(Paper paper, Remittance remittance) {
        List<List<String>> rows = new ArrayList<>();
        for (Remittance.Refund refund : remittance.refunds()) {
            if (refund.approvedAt() != null) {
                rows.add(List.of(refund.approvedAt().toString(), refund.reason(), Paper.money(refund.amount())));
            }
        }
        if (!rows.isEmpty()) {
            paper.heading("Returned").table(List.of("Returned at", "Why", "Amount"), List.of(34, 46, 20), rows);
        }
    }
}
