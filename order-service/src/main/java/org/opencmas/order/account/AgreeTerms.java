package org.opencmas.order.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.terms.Bond;
import org.opencmas.order.account.terms.NewBond;
import org.opencmas.order.account.terms.NewProgressTerms;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.problem.Conflict;

/**
 * Takes down the terms of progress payments, and the bonds.
 *
 * <p>Refuses less withheld than the law lets be (422), terms by which too much was paid already or that change a task that is complete (409),
 * and a stale {@code If-Match} (412).
 */
@ApplicationScoped
class AgreeTerms {
    private final AccountChange changes;
    private final Accounts accounts;

    AgreeTerms(AccountChange changes, Accounts accounts) {
        this.changes = changes;
        this.accounts = accounts;
    }

    /** What was agreed, and the order's version by it. */
    record Agreed(AccountView view, long version) {}

    Agreed agree(UUID orderId, NewProgressTerms body, Visibility visibility, @Nullable String ifMatch, Requester by) {
        changes.changeMatched(orderId, AccountAct.AGREE, visibility, ifMatch, by, at -> {
            ProgressTerms terms = TermsReading.read(body, at);
            OrderAccount now = at.account();
            requireCompletedTasksStay(now, terms);
            now.with(terms).requireHolds();
            accounts.insert(at.connection(), at, terms);
            return new AccountChange.Done<>("payment.terms-agreed.v1", terms);
        });
        return read(orderId, visibility);
    }

    /** What was withheld on a complete task is released: its worth is no longer anybody's to choose. The database holds the same. */
    private static void requireCompletedTasksStay(OrderAccount now, ProgressTerms next) {
        ProgressTerms before = now.terms();
        if (before == null) {
            return;
        }
        List<String> changed = before.tasks().stream()
                .filter(task -> now.completedTasks().contains(task.key()))
                .filter(task ->
                        next.kind() != before.kind() || next.tasks().stream().noneMatch(task::isWorthAsMuchAs))
                .map(ProgressTerms.Task::taskId)
                .toList();
        if (!changed.isEmpty()) {
            throw new Conflict(
                    "task-complete",
                    "These tasks are complete, and stay as they were agreed: " + String.join(", ", changed)
                            + ". Correct the receipt that says so first, if it was wrong.",
                    Map.of("taskIds", changed));
        }
    }

    Bond record(UUID orderId, NewBond body, Visibility visibility, Requester by) {
        return changes.change(orderId, AccountAct.AGREE, visibility, by, at -> {
            Bond bond = BondReading.read(body, at, accounts.bonds(at.connection(), orderId));
            accounts.insert(at.connection(), at, bond);
            return new AccountChange.Done<>("payment.bond-recorded.v1", bond);
        });
    }

    Agreed read(UUID orderId, Visibility visibility) {
        return changes.read(
                orderId,
                visibility,
                (connection, order) -> new Agreed(
                        AccountView.of(
                                accounts.of(connection, order), Accounts.standing(accounts.bonds(connection, orderId))),
                        order.version()));
    }
}
