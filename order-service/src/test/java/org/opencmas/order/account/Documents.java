package org.opencmas.order.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.account.terms.RecordedBonds;
import org.opencmas.order.purchaseorder.document.GivenLine;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.SubNumbering;
import org.opencmas.orderbody.LineKind;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.orderbody.particulars.Particulars;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.terms.Usd;

/** Documents and accounts for tests of what may be paid. */
public final class Documents {
    private Documents() {}

    /** A document of one line per price, numbered from 1, each of quantity 1. */
    public static OrderDocument of(String tax, String freight, String... prices) {
        List<OrderLine> lines = new ArrayList<>();
        for (String price : prices) {
            lines.add(line(Integer.toString(lines.size() + 1), "1", price, LineKind.GOODS));
        }
        return of(tax, freight, lines);
    }

    public static OrderDocument of(String tax, String freight, List<OrderLine> lines) {
        return of(tax, freight, lines, null);
    }

    public static OrderDocument of(
            String tax, String freight, List<OrderLine> lines, @Nullable Particulars particulars) {
        var content = new OrderBody(
                UUID.randomUUID(),
                "PO-1",
                LocalDate.parse("2025-01-02"),
                UUID.randomUUID(),
                null,
                OrderBody.PaymentMethod.INVOICE,
                Usd.of(tax),
                Usd.of(freight),
                lines,
                null,
                List.of(),
                OrderBody.Declared.NOTHING,
                null,
                null,
                particulars);
        return OrderDocument.of(
                new OrderDocument.Basis(UUID.randomUUID(), 1, SubNumbering.EMPTY, null),
                OrderDocument.Amendment.NONE,
                content,
                List.of());
    }

    /** What an order says that lets the lines be paid in advance. */
    public static Particulars inAdvance(AdvanceBasis basis, String... lineIds) {
        return new Particulars(
                null,
                null,
                null,
                null,
                Stream.of(lineIds)
                        .map(line -> new Particulars.AdvancePayment(line, basis, "Clause 7", "A. Person"))
                        .toList());
    }

    /** Bonds by the figure of the guide. */
    public static RecordedBonds bonds(String performance, String payment) {
        return new RecordedBonds(Usd.of(performance), Usd.of(payment), Usd.of("5000.00"));
    }

    public static OrderLine line(String lineId, String quantity, String unitPrice, LineKind kind) {
        return line(lineId, "4-06-78-0031A", quantity, unitPrice, kind);
    }

    public static OrderLine line(String lineId, String cmasNumber, String quantity, String unitPrice, LineKind kind) {
        return GivenLine.of(lineId)
                .on(cmasNumber)
                .quantity(new BigDecimal(quantity))
                .costing(unitPrice)
                .kind(kind)
                .build();
    }

    public static ProgressTerms terms(ProgressTerms.Kind kind, ProgressTerms.Task... tasks) {
        return new ProgressTerms(kind, new BigDecimal("0.10"), null, List.of(tasks), null, null, null, "erp");
    }

    /** An account on which nothing was accepted. */
    public static OrderAccount account(
            OrderDocument document, @Nullable ProgressTerms terms, String paid, String withheld) {
        return new OrderAccount(
                List.of(document),
                Map.of(),
                List.of(),
                Set.of(),
                false,
                terms,
                bonds("0.00", "0.00"),
                Usd.of(paid),
                Usd.of(withheld));
    }

    public static OrderAccount accepted(OrderAccount account, Map<String, BigDecimal> accepted, boolean isFinal) {
        return account.withReceived(accepted, account.completedTasks(), isFinal);
    }
}
