package org.opencmas.compliance.ordercheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.SubOrder;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;
import org.opencmas.terms.Usd;

/** Reads an order to check into the order the rules judge, filling in what the system makes itself. */
final class OrderReading {
    private static final int CENT_DECIMALS = 2;
    private static final int UNIT_PRICE_DECIMALS = 6;

    private final OrderToCheck body;
    private final List<Fault> faults = new ArrayList<>();

    private OrderReading(OrderToCheck body) {
        this.body = body;
    }

    /** @throws InvalidRequest naming every fault: repeated line ids, negative money, too many decimals, a wrong amount */
    static Order read(OrderToCheck body, UUID agencyId) {
        return new OrderReading(body).order(agencyId);
    }

    private Order order(UUID agencyId) {
        OrderToCheck.Amends amends = body.amends();
        Usd tax = money("/tax", body.tax());
        Usd freight = money("/freight", body.freight());
        List<OrderLine> lines = lines();
        if (amends != null && amends.amendmentDate().isBefore(amends.orderDate())) {
            faults.add(new Fault("/amends/amendmentDate", "must not be before the order date"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return new Order(
                agencyId,
                body.agencyOrderNumber(),
                amends == null ? 0 : amends.amendmentNumber(),
                amends == null ? body.orderDate() : amends.orderDate(),
                amends == null ? null : amends.amendmentDate(),
                body.contractorId(),
                contractNumber(lines),
                body.orderToLocation(),
                tax,
                freight,
                subOrders(lines),
                lines,
                body.attestations() == null
                        ? List.of()
                        : body.attestations().stream()
                                .map(OrderToCheck.SignedStatement::attestation)
                                .toList());
    }

    private List<OrderLine> lines() {
        Set<String> ids = new HashSet<>();
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < body.lines().size(); i++) {
            OrderToCheck.Line line = body.lines().get(i);
            String pointer = "/lines/" + i;
            if (!ids.add(line.lineId())) {
                faults.add(new Fault(pointer + "/lineId", "is used by another line"));
            }
            lines.add(line(pointer, line));
        }
        return lines;
    }

    private OrderLine line(String pointer, OrderToCheck.Line line) {
        checkPrice(pointer + "/unitPrice", line.unitPrice());
        return new OrderLine(
                line.lineId(),
                readNumber(line.cmasNumber()),
                line.cmasNumber(),
                Boolean.TRUE.equals(line.nsp()),
                line.itemId(),
                line.description(),
                line.unit(),
                line.quantity(),
                line.unitPrice(),
                amount(pointer + "/amount", line),
                line.kind() == null ? LineKind.GOODS : line.kind(),
                Boolean.TRUE.equals(line.lumpSum()),
                Boolean.TRUE.equals(line.publicWorks()),
                line.supportsLineIds() == null ? List.of() : List.copyOf(line.supportsLineIds()),
                line.nspReason(),
                line.orderToLocation(),
                pricedOn(line.lineId()));
    }

    /** An unreadable number is for the rules to judge, not a malformed request. */
    private static @Nullable CmasNumber readNumber(@Nullable String printed) {
        if (printed == null) {
            return null;
        }
        try {
            return CmasNumber.parse(printed);
        } catch (InvalidCmasNumber notOne) {
            return null;
        }
    }

    private void checkPrice(String pointer, Usd price) {
        if (price.isNegative()) {
            faults.add(new Fault(pointer, "must not be negative"));
        }
        if (price.amount().stripTrailingZeros().scale() > UNIT_PRICE_DECIMALS) {
            faults.add(new Fault(pointer, "must have at most six decimals"));
        }
    }

    private Usd amount(String pointer, OrderToCheck.Line line) {
        Usd computed = line.unitPrice().times(line.quantity()).roundedHalfUp();
        Usd stated = line.amount();
        if (stated != null && !stated.equals(computed)) {
            faults.add(new Fault(
                    pointer,
                    "must be quantity times unit price, rounded half up to the cent",
                    "Write " + computed + "."));
        }
        return computed;
    }

    private Usd money(String pointer, @Nullable Usd stated) {
        Usd amount = stated == null ? Usd.ZERO : stated;
        if (amount.isNegative()) {
            faults.add(new Fault(pointer, "must not be negative"));
        }
        if (amount.amount().stripTrailingZeros().scale() > CENT_DECIMALS) {
            faults.add(new Fault(pointer, "must have at most two decimals"));
        }
        return amount;
    }

    private LocalDate pricedOn(String lineId) {
        OrderToCheck.Amends amends = body.amends();
        if (amends == null) {
            return body.orderDate();
        }
        List<String> unchanged = amends.unchangedLineIds();
        return unchanged != null && unchanged.contains(lineId) ? amends.orderDate() : amends.amendmentDate();
    }

    private String contractNumber(List<OrderLine> lines) {
        if (body.contractNumber() != null) {
            return body.contractNumber();
        }
        List<CmasNumber> numbers = numbers(lines).toList();
        return numbers.size() == 1 ? numbers.getFirst().canonical() : "CMAS";
    }

    private List<SubOrder> subOrders(List<OrderLine> lines) {
        return body.subOrders() == null
                ? grouped(lines)
                : body.subOrders().stream()
                        .map(sub -> new SubOrder(sub.subNumber(), sub.cmasNumber(), sub.subtotalExcludingTax()))
                        .toList();
    }

    private static List<SubOrder> grouped(List<OrderLine> lines) {
        List<SubOrder> subs = new ArrayList<>();
        numbers(lines)
                .forEach(cmas -> subs.add(new SubOrder(
                        subs.size() + 1,
                        cmas,
                        Order.sum(lines.stream()
                                .filter(line -> line.boughtOn(cmas))
                                .toList()))));
        return subs;
    }

    private static Stream<CmasNumber> numbers(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::cmas).filter(Objects::nonNull).distinct();
    }
}
