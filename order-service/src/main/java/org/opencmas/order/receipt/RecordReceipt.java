package org.opencmas.order.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opencmas.order.account.AccountAct;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.account.OrderAccount;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Identifier;

/**
 * Takes down what was received and accepted on an order.
 *
 * <p>Refuses a number that a receipt of the order has (409), a line that the order does not have (400), more accepted of a line than is ordered (409), final acceptance while something
 * ordered is not accepted (409), a correction of a receipt that was corrected already (409), one that leaves less accepted than was paid
 * (409), and public works before their payment bond (422).
 */
@ApplicationScoped
class RecordReceipt {
    private final AccountChange changes;
    private final Receipts receipts;

    RecordReceipt(AccountChange changes, Receipts receipts) {
        this.changes = changes;
        this.receipts = receipts;
    }

    Receipt record(UUID orderId, NewReceipt body, Visibility visibility, Requester by) {
        return changes.change(orderId, AccountAct.RECEIVE, visibility, by, at -> {
            Receipt receipt = ReceiptReading.read(body, at);
            requireNew(at, receipt);
            at.account()
                    .requirePaymentBond(receipt.lines().stream()
                            .anyMatch(line -> at.account().isPublicWorks(Identifier.keyOf(line.lineId()))));
            OrderAccount after = accountAfter(at, receipt);
            requireOrdered(after, receipt);
            boolean isOver = receipt.finalAcceptance() && at.order().state() != OrderState.TERMINATED;
            if (isOver && !after.isWhollyAccepted()) {
                throw new Conflict(
                        "not-wholly-accepted",
                        "Final acceptance asks that all that is ordered be accepted; amend the order if some of it will not come.");
            }
            after.requireHolds();
            receipts.insert(at, receipt);
            return new AccountChange.Done<>("receipt.recorded.v1", receipt);
        });
    }

    private void requireNew(AccountChange.Context at, Receipt receipt) throws SQLException {
        String number = receipt.receiptNumber();
        if (number == null) {
            return;
        }
        receipts.numbered(at.connection(), at.orderId(), number).ifPresent(earlier -> {
            throw new Conflict(
                    "receipt-recorded",
                    "Receipt " + number
                            + " of this order is recorded already. Correct it with a receipt of another number that replaces it.",
                    Map.of("receipt", "/v1/orders/" + at.orderId() + "/receipts/" + earlier.receiptId()));
        });
    }

    private OrderAccount accountAfter(AccountChange.Context at, Receipt receipt) throws SQLException {
        List<Receipt> standing = Receipts.standing(receipts.of(at.connection(), at.orderId()));
        UUID replaced = receipt.replaces();
        if (replaced != null
                && standing.stream().noneMatch(one -> one.receiptId().equals(replaced))) {
            boolean wasThere = receipts.of(at.connection(), at.orderId()).stream()
                    .anyMatch(one -> one.receiptId().equals(replaced));
            throw wasThere
                    ? new Conflict(
                            "receipt-replaced",
                            "Receipt " + replaced + " was corrected already; correct the receipt that replaced it.")
                    : new NotFound("receipt", replaced);
        }
        Map<String, BigDecimal> accepted = new HashMap<>();
        Set<String> tasks = new HashSet<>();
        boolean isFinal = false;
        List<Receipt> counting = new java.util.ArrayList<>(standing);
        counting.removeIf(one -> one.receiptId().equals(replaced));
        counting.add(receipt);
        for (Receipt one : counting) {
            one.lines()
                    .forEach(line ->
                            accepted.merge(Identifier.keyOf(line.lineId()), line.quantityAccepted(), BigDecimal::add));
            one.completedTaskIds().forEach(task -> tasks.add(Identifier.keyOf(task)));
            isFinal |= one.finalAcceptance();
        }
        return at.account().withReceived(accepted, tasks, isFinal);
    }

    private static void requireOrdered(OrderAccount after, Receipt receipt) {
        Set<String> named = receipt.lines().stream()
                .map(line -> Identifier.keyOf(line.lineId()))
                .collect(Collectors.toSet());
        for (OrderDocument.Line line : after.inForce().lines()) {
            String key = Identifier.keyOf(line.ordered().lineId());
            BigDecimal accepted = after.accepted().getOrDefault(key, BigDecimal.ZERO);
            if (named.contains(key) && accepted.compareTo(line.ordered().quantity()) > 0) {
                throw new Conflict(
                        "accepted-above-ordered",
                        "Of line " + line.ordered().lineId() + ", " + accepted.toPlainString()
                                + " would be accepted in all, and "
                                + line.ordered().quantity().toPlainString()
                                + " are ordered. Accept what is ordered, or amend the order first.",
                        Map.of("lineId", line.ordered().lineId()));
            }
        }
    }
}
