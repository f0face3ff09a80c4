package org.opencmas.order.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.terms.Bond;
import org.opencmas.order.account.terms.NewBond;
import org.opencmas.order.account.terms.NewProgressTerms;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;

/**
 * Takes down the terms of progress payments, and the bonds.
 *
 * <p>Refuses less withheld than the law lets be (422), terms by which too much was paid already (409), and a stale {@code If-Match} (412).
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
            var after = new OrderAccount(
                    now.documents(),
                    now.accepted(),
                    now.advanced(),
                    now.completedTasks(),
                    now.isFinallyAccepted(),
                    terms,
                    now.performanceBonds(),
                    now.paid(),
                    now.withheld());
            after.requireHolds();
            accounts.insert(at.connection(), at, terms);
            return new AccountChange.Done<>("payment.terms-agreed.v1", terms);
        });
        return read(orderId, visibility);
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
