package org.opencmas.compliance.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.facts.OrderToJudge;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.purchaseorder.Coding;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Classified;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Heading;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Item;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Nature;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Price;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Support;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Terms;
import org.opencmas.compliance.rule.purchaseorder.ServiceCategory;
import org.opencmas.compliance.rule.purchaseorder.SubOrder;
import org.opencmas.compliance.rule.purchaseorder.told.CertificationVerification;
import org.opencmas.compliance.rule.purchaseorder.told.Delivery;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement;
import org.opencmas.compliance.rule.purchaseorder.told.Statements;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/**
 * A submitted order on its way to its receipt.
 *
 * @param event that brought it
 * @param orderId what the order service calls it
 * @param documentVersion the immutable version of it that was submitted
 * @param toJudge what the rules are asked about
 * @param preview what the submission is bound to: another judgement than that one decides nothing; null for none
 */
record Submission(
        ReceivedEvent event,
        UUID orderId,
        int documentVersion,
        OrderToJudge toJudge,
        @Nullable Preview preview) {

    /** The preview whose judgement was shown to the one who sent the version. */
    record Preview(UUID previewId, String judgementHash) {}

    /** @throws IllegalArgumentException when the event is not what its type promises, so that it is parked */
    static Submission of(ReceivedEvent event) {
        Payload payload = FactsJson.payload(event.payload(), Payload.class);
        LocalDate receivedOn = ProgramCalendar.dateOf(payload.submittedAt());
        return new Submission(
                event,
                payload.orderId(),
                payload.documentVersion(),
                new OrderToJudge(payload.order(), receivedOn, payload.documentVersion()),
                payload.preview());
    }

    /** Whether the judgement is the one that was shown, where one was. */
    boolean isMetBy(Judgement judgement) {
        return preview == null || preview.judgementHash().equals(PreviewJudged.hashOf(judgement));
    }

    Order order() {
        return toJudge.order();
    }

    /** What the rules need of {@code order.submitted.v1}. */
    private record Payload(
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
            @Nullable CertificationVerification certificationVerification,
            @Nullable Delivery delivery,
            @Nullable Procurement procurement,
            @Nullable Particulars particulars,
            @Nullable Preview preview,
            Instant submittedAt) {
        /** What is judged is what the agency declared; where it declared nothing, what the order service made of it. */
        private Order order() {
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
                    attestations == null ? List.of() : attestations,
                    new Statements(certificationVerification, delivery, procurement, particulars));
        }
    }

    private record Sub(int subNumber, CmasNumber cmasNumber, Usd subtotalExcludingTax) {
        private SubOrder subOrder() {
            return new SubOrder(subNumber, cmasNumber, subtotalExcludingTax);
        }
    }

    private record Declared(
            @Nullable String contractNumber, @Nullable List<Sub> subOrders) {}

    private record Line(
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
            @Nullable ServiceCategory serviceCategory,
            boolean lumpSum,
            boolean publicWorks,
            @Nullable List<String> supportsLineIds,
            @Nullable String nspReason,
            @Nullable String orderToLocation,
            LocalDate pricedOn,
            @Nullable Coding coding) {
        private OrderLine orderLine() {
            return new OrderLine(
                    new Heading(
                            lineId,
                            cmasNumber,
                            cmasNumberAsPrinted == null ? cmasNumber.canonical() : cmasNumberAsPrinted,
                            nsp),
                    new Item(itemId, description, unit),
                    new Price(quantity, unitPrice, amount),
                    new Nature(kind, lumpSum, publicWorks),
                    new Support(supportsLineIds == null ? List.of() : supportsLineIds, nspReason),
                    new Terms(orderToLocation, pricedOn),
                    new Classified(serviceCategory, coding));
        }
    }
}
