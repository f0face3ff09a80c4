package org.opencmas.compliance.ordercheck;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.SubOrder;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/** What the rules need of {@code order.submitted.v1}. */
record SubmittedOrder(
        UUID orderId,
        int documentVersion,
        UUID agencyId,
        String agencyOrderNumber,
        int amendmentNumber,
        LocalDate orderDate,
        @Nullable LocalDate amendmentDate,
        UUID contractorId,
        String contractNumber,
        @Nullable String orderToLocation,
        Usd tax,
        Usd freight,
        List<Sub> subOrders,
        List<Line> lines,
        @Nullable List<Attestation> attestations,
        @Nullable Declared declared,
        Instant submittedAt) {
    record Sub(int subNumber, CmasNumber cmasNumber, Usd subtotalExcludingTax) {
        private SubOrder subOrder() {
            return new SubOrder(subNumber, cmasNumber, subtotalExcludingTax);
        }
    }

    record Declared(
            @Nullable String contractNumber, @Nullable List<Sub> subOrders) {}

    record Line(
            String lineId,
            CmasNumber cmasNumber,
            @Nullable String cmasNumberAsPrinted,
            boolean nsp,
            @Nullable String itemId,
            String description,
            String unit,
            BigDecimal quantity,
            Usd unitPrice,
            Usd amount,
            LineKind kind,
            boolean lumpSum,
            boolean publicWorks,
            @Nullable List<String> supportsLineIds,
            @Nullable String nspReason,
            @Nullable String orderToLocation,
            LocalDate pricedOn) {
        private OrderLine orderLine() {
            return new OrderLine(
                    lineId,
                    cmasNumber,
                    cmasNumberAsPrinted == null ? cmasNumber.canonical() : cmasNumberAsPrinted,
                    nsp,
                    itemId,
                    description,
                    unit,
                    quantity,
                    unitPrice,
                    amount,
                    kind,
                    lumpSum,
                    publicWorks,
                    supportsLineIds == null ? List.of() : supportsLineIds,
                    nspReason,
                    orderToLocation,
                    pricedOn);
        }
    }

    /** What is judged is what the agency declared; where it declared nothing, what the order service made of it. */
    Order order() {
        return new Order(
                agencyId,
                agencyOrderNumber,
                amendmentNumber,
                orderDate,
                amendmentDate,
                contractorId,
                declared == null || declared.contractNumber() == null ? contractNumber : declared.contractNumber(),
                orderToLocation,
                tax,
                freight,
                (declared == null || declared.subOrders() == null ? subOrders : declared.subOrders())
                        .stream().map(Sub::subOrder).toList(),
                lines.stream().map(Line::orderLine).toList(),
                attestations == null ? List.of() : attestations);
    }

    LocalDate receivedOn() {
        return LocalDate.ofInstant(submittedAt, ProgramCalendar.ZONE);
    }
}
