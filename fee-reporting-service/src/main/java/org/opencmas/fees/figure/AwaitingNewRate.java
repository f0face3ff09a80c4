package org.opencmas.fees.figure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.opencmas.fees.obligation.AgreementQuarter;

/** The orders whose rate has changed and that are not posted again yet: what the ledger has of them is by the rate before. */
public final class AwaitingNewRate {
    private static final String OF_REPORT = """
            select exists (select from fee_reposting where ended_at is null)
                and (exists (select from posting p join order_change c using (order_id)
                    where p.cmas_number = ? and p.quarter = ? and %s)
                or exists (select from declared_posting d join fee_reposting w
                    on w.ended_at is null and d.order_date between w.from_order_date and w.through_order_date
                    where d.cmas_number = ? and d.quarter = ?))
            """.formatted(condition("c"));

    private AwaitingNewRate() {}

    /**
     * What holds of such an order, as a condition in a statement.
     *
     * @param order the alias of what has its {@code order_id} and {@code order_date}
     */
    public static String condition(String order) {
        return """
                exists (select from fee_reposting w where w.ended_at is null
                    and %1$s.order_date between w.from_order_date and w.through_order_date
                    and (w.after_order_id is null or %1$s.order_id > w.after_order_id))""".formatted(order);
    }

    /** Whether an order with an amount in the report is one, also a declared one, in the connection's transaction. */
    public static boolean isAnyOf(Connection connection, AgreementQuarter report) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_REPORT)) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            select.setString(3, report.agreement().canonical());
            select.setString(4, report.quarter().toString());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
