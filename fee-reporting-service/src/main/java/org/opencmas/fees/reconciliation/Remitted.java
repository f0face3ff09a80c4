package org.opencmas.fees.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.terms.Usd;

/** Reads what was to be paid with a report and what was paid for it. */
@ApplicationScoped
class Remitted {
    /**
     * What is known of the fee.
     *
     * @param feeDue that of the filing, in whole cents; zero while nothing is filed
     * @param settled what DGS settled of it, from before payments were kept
     */
    record Account(Usd feeDue, Usd remitted, Usd settled) {
        Usd unpaid() {
            Usd unpaid = feeDue.minus(remitted).minus(settled);
            return unpaid.isNegative() ? Usd.ZERO : unpaid;
        }
    }

    Account of(Connection connection, AgreementQuarter report) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select coalesce((select fee_due from filed_statement where cmas_number = ? and quarter = ?), 0),
                    coalesce((select sum(amount) from remittance_allocation where cmas_number = ? and quarter = ?), 0),
                    coalesce((select amount from settled where cmas_number = ? and quarter = ? and kind = 'FEE'), 0)
                """)) {
            for (int i = 1; i < 7; i += 2) {
                select.setString(i, report.agreement().canonical());
                select.setString(i + 1, report.quarter().toString());
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Account(
                        Usd.of(row.getBigDecimal(1)), Usd.of(row.getBigDecimal(2)), Usd.of(row.getBigDecimal(3)));
            }
        }
    }
}
