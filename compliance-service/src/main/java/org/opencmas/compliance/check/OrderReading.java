package org.opencmas.compliance.check;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.purchaseorder.Coding;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Classified;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Heading;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Item;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Nature;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Price;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Support;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Terms;
import org.opencmas.compliance.rule.purchaseorder.ServiceCategory;
import org.opencmas.compliance.rule.purchaseorder.SubOrder;
import org.opencmas.compliance.rule.purchaseorder.told.Statements;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.orderbody.OrderSender;
import org.opencmas.orderbody.delivery.Delivery;
import org.opencmas.orderbody.particulars.Particulars;
import org.opencmas.orderbody.procurement.Procurement;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** Makes of a body that is checked the order that the rules judge, with what the order service would make itself filled in. */
final class OrderReading {
    private static final String SEVERAL = "CMAS";

    private final OrderBody body;
    private final @Nullable Amendment amendment;

    private OrderReading(OrderBody body, @Nullable Amendment amendment) {
        this.body = body;
        this.amendment = amendment;
    }

    /** @param unchanged keys of the ids of the lines whose prices are those of the order date */
    private record Amendment(LocalDate orderDate, int number, LocalDate date, Set<String> unchanged) {}

    /** @throws InvalidRequest (400) naming every fault that a placement would name, and those of {@code amends} */
    static Order read(OrderToCheck sent, OrderSender sender) {
        var fields = new FieldReader();
        Amendment amendment = amendment(sent.amends(), sender.today(), fields);
        return new OrderReading(OrderBody.read(sent.order(), sender, null, fields), amendment).order();
    }

    /** Notes what is wrong with a body, regardless of its sender. */
    static void check(OrderToCheck sent, LocalDate today, FieldReader fields) {
        amendment(sent.amends(), today, fields);
        sent.order().check(fields, today);
    }

    private static @Nullable Amendment amendment(
            OrderToCheck.@Nullable Amends sent, LocalDate today, FieldReader fields) {
        if (sent == null) {
            return null;
        }
        LocalDate orderDate = fields.pastDate("/amends/orderDate", sent.orderDate(), today);
        LocalDate date = fields.pastDate("/amends/amendmentDate", sent.amendmentDate(), today);
        if (sent.orderDate() != null && sent.amendmentDate() != null && date.isBefore(orderDate)) {
            fields.fault("/amends/amendmentDate", "must not be before the order date");
        }
        Integer number = sent.amendmentNumber();
        if (number == null) {
            fields.fault("/amends/amendmentNumber", "is missing");
        } else if (number < 1) {
            fields.fault("/amends/amendmentNumber", "must be greater than 0");
        }
        Set<String> unchanged = new HashSet<>();
        if (sent.unchangedLineIds() != null) {
            fields.each(
                    "/amends/unchangedLineIds",
                    sent.unchangedLineIds(),
                    NewOrder.MAX_LINES,
                    (at, id) -> unchanged.add(Identifier.keyOf(fields.identifier(at, id, 40))));
        }
        return new Amendment(orderDate, number == null ? 0 : number, date, unchanged);
    }

    private Order order() {
        String declared = body.declared().contractNumber();
        return new Order(
                body.agencyId(),
                body.agencyOrderNumber(),
                amendment == null ? 0 : amendment.number(),
                amendment == null ? body.orderDate() : amendment.orderDate(),
                amendment == null ? null : amendment.date(),
                body.contractorId(),
                declared == null ? contractNumber() : declared,
                body.orderToLocation(),
                body.tax(),
                body.freight(),
                subOrders(),
                body.lines().stream().map(this::line).toList(),
                body.attestations().stream().map(OrderReading::attestation).toList(),
                statements());
    }

    /** As the event of the order would bring them here. */
    private Statements statements() {
        return FactsJson.payload(
                FactsJson.text(new Told(
                        body.certificationVerification(), body.delivery(), body.procurement(), body.particulars())),
                Statements.class);
    }

    private record Told(
            OrderBody.@Nullable CertificationVerification certificationVerification,
            @Nullable Delivery delivery,
            @Nullable Procurement procurement,
            @Nullable Particulars particulars) {}

    private org.opencmas.compliance.rule.purchaseorder.OrderLine line(OrderLine line) {
        return new org.opencmas.compliance.rule.purchaseorder.OrderLine(
                new Heading(
                        line.lineId(),
                        line.cmasNumber(),
                        Objects.requireNonNullElse(
                                line.heading().cmasNumberAsPrinted(),
                                line.cmasNumber().canonical()),
                        line.nsp()),
                new Item(line.itemId(), line.description(), line.unit()),
                new Price(line.quantity(), line.unitPrice(), line.amount()),
                nature(line.nature()),
                new Support(line.support().supportsLineIds(), line.support().nspReason()),
                new Terms(line.orderToLocation(), pricedOn(line)),
                classified(line));
    }

    private static Nature nature(OrderLine.Nature said) {
        return new Nature(LineKind.valueOf(said.kind().name()), said.lumpSum(), said.publicWorks());
    }

    private static Classified classified(OrderLine line) {
        var category = line.nature().serviceCategory();
        return new Classified(
                category == null ? null : ServiceCategory.valueOf(category.name()),
                line.coding() == null ? null : FactsJson.payload(FactsJson.text(line.coding()), Coding.class));
    }

    private LocalDate pricedOn(OrderLine line) {
        if (amendment == null) {
            return body.orderDate();
        }
        return amendment.unchanged().contains(Identifier.keyOf(line.lineId()))
                ? amendment.orderDate()
                : amendment.date();
    }

    private static Attestation attestation(OrderBody.Attestation said) {
        return new Attestation(
                said.rule(),
                said.statement(),
                said.attestedBy(),
                said.attestedOn(),
                said.evidence(),
                said.lineIds(),
                null,
                said.recordedBy());
    }

    private String contractNumber() {
        List<CmasNumber> numbers =
                body.lines().stream().map(OrderLine::cmasNumber).distinct().toList();
        return numbers.size() == 1 ? numbers.getFirst().canonical() : SEVERAL;
    }

    /** As the agency declared them; where it declared none, by CMAS in the order of the lines. */
    private List<SubOrder> subOrders() {
        List<OrderBody.SubOrder> declared = body.declared().subOrders();
        if (declared != null) {
            return declared.stream()
                    .map(sub -> new SubOrder(sub.subNumber(), sub.cmasNumber(), sub.subtotalExcludingTax()))
                    .toList();
        }
        Map<CmasNumber, Usd> subtotals = new LinkedHashMap<>();
        body.lines().forEach(line -> subtotals.merge(line.cmasNumber(), line.amount(), Usd::plus));
        var number = new AtomicInteger();
        return subtotals.entrySet().stream()
                .map(sub -> new SubOrder(number.incrementAndGet(), sub.getKey(), sub.getValue()))
                .toList();
    }
}
