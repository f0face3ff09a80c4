package org.opencmas.order.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.opencmas.order.account.OrderAccount;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.invoice.match.Matching;
import org.opencmas.order.invoice.match.OrderMatch;
import org.opencmas.order.receipt.Receipt;
import org.opencmas.order.receipt.Receipts;
import org.opencmas.order.registry.RegistryCopy;

/** Compares an order with its receipts, its invoices and what the registry told of its agreements, as all of them stand now. */
@ApplicationScoped
public class MatchOrder {
    private final Invoices invoices;
    private final Receipts receipts;
    private final RegistryCopy registry;

    MatchOrder(Invoices invoices, Receipts receipts, RegistryCopy registry) {
        this.invoices = invoices;
        this.receipts = receipts;
        this.registry = registry;
    }

    public OrderMatch of(Connection connection, OrderAccount account) throws SQLException {
        return of(connection, account, invoices.of(connection, account.inForce().orderId()));
    }

    /** @param all the order's invoices, in the order in which they first came */
    public OrderMatch of(Connection connection, OrderAccount account, List<Invoice> all) throws SQLException {
        List<Receipt> standing =
                Receipts.standing(receipts.of(connection, account.inForce().orderId()));
        return Matching.of(
                account,
                standing,
                all,
                registry.agreements(connection, account.inForce().agreements()));
    }
}
