package org.opencmas.order.purchaseorder.acts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.IfMatch;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.order.purchaseorder.OrderChange;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.plausibility.AskDoubts;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.purchaseorder.store.ApprovalNeeded;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.FollowedRequest;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.order.purchaseorder.store.PaidBalance;
import org.opencmas.order.purchaseorder.store.RecordOfRequest;
import org.opencmas.problem.NotFound;

/**
 * Lets one act change one order: finds it for the caller, holds it, checks that it is the version the caller decided on,
 * acts, stores and publishes, all in one transaction.
 *
 * <p>Refuses an order that the caller cannot see (404), a missing or stale {@code If-Match} (428, 412), and whatever the
 * act refuses.
 */
@ApplicationScoped
public class ChangeOrder {
    private static final String WHICHEVER_VERSION = "*";

    private final Orders orders;
    private final Database database;
    private final AskDoubts doubts;
    private final Journal journal;
    private final Clock clock;

    ChangeOrder(Orders orders, Database database, AskDoubts doubts, Journal journal, Clock clock) {
        this.orders = orders;
        this.database = database;
        this.doubts = doubts;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is done to the order. */
    public interface OrderChanger {
        OrderChange change(PurchaseOrder order, Act act, Connection connection) throws SQLException;
    }

    /** The order after the act. */
    public record Changed(PurchaseOrder order, OrderChange change) {
        /** The version that the act was about. */
        public OrderVersion subject() {
            return change.subject();
        }
    }

    @Transactional
    public Changed change(
            UUID orderId, Visibility visibility, @Nullable String ifMatch, Requester by, OrderChanger changer) {
        return change(orderId, visibility, ifMatch, by, changer, false);
    }

    /** @param isTriedOut whether it is taken back, so that what is doubted is told and not asked */
    private Changed change(
            UUID orderId,
            Visibility visibility,
            @Nullable String ifMatch,
            Requester by,
            OrderChanger changer,
            boolean isTriedOut) {
        return database.with(connection -> {
            PurchaseOrder order = orders.findForUpdate(connection, orderId)
                    .filter(visibility::covers)
                    .orElseThrow(() -> new NotFound("order", orderId));
            IfMatch.require(ifMatch, order.version());
            Act act = by.act(clock.instant().truncatedTo(ChronoUnit.MICROS));
            OrderChange change = changer.change(order, act, connection);
            if (change.isNewVersion()) {
                FollowedRequest.requireOwn(
                        connection,
                        change.subject().document(),
                        order.inForce().map(OrderVersion::document).orElse(null));
            }
            if (!isTriedOut && change.subject().state() == OrderState.SUBMITTED) {
                if (change.subject().isAmendment()) {
                    order.requireAnyChange();
                }
                RecordOfRequest.require(connection, change.subject().document());
                doubts.require(connection, change.subject().document());
                if (change.subject().isAmendment()) {
                    order.requireContractorAgreement(orders.accepted(connection, orderId));
                }
            }
            NewEvent event = save(connection, order, change, act);
            journal.append(by.actor(), event);
            return new Changed(order, change);
        });
    }

    /** Acts and takes it back: nothing is stored and nobody is told. Refuses what the act would refuse. */
    Changed tryOut(UUID orderId, Visibility visibility, Requester by, OrderChanger changer) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                throw new TakenBack(change(orderId, visibility, WHICHEVER_VERSION, by, changer, true));
            });
        } catch (TakenBack rolledBack) {
            return rolledBack.changed;
        }
        throw new IllegalStateException("what is tried out is always taken back");
    }

    /** Rolls back and carries out of the transaction what was done in it. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Changed changed;

        TakenBack(Changed changed) {
            super("taken back", null, false, false);
            this.changed = changed;
        }
    }

    private NewEvent save(Connection connection, PurchaseOrder order, OrderChange change, Act act) throws SQLException {
        try {
            return orders.save(connection, order, change, act);
        } catch (SQLException e) {
            if (PaidBalance.isBroken(e)) {
                throw new AmendmentBelowPaid(change.subject().document());
            }
            if (ApprovalNeeded.isWhy(e)) {
                throw new ApprovalNeeded();
            }
            throw e;
        }
    }
}
