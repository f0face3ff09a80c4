package org.opencmas.fees.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Reads what a contractor owes for its filed reports and what of it is paid. */
@ApplicationScoped
class ContractorAccounts {
    private static final String CHARGES = """
            select s.cmas_number, s.quarter, o.due_on, s.fee_due,
                coalesce((select sum(amount) from remittance_allocation a
                    where (a.cmas_number, a.quarter) = (s.cmas_number, s.quarter)), 0)
            from filed_statement s join report_obligation o using (cmas_number, quarter)
            where s.contractor_id = ? and s.fee_due > 0
            order by o.due_on, s.cmas_number
            """;

    /**
     * The fee of a filed report.
     *
     * @param dueOn when the report was due, and the fee with it (practice 1.2)
     * @param open what is not paid, at least zero
     */
    @Schema(name = "AccountCharge")
    record Charge(CmasNumber cmasNumber, CalendarQuarter quarter, LocalDate dueOn, Usd feeDue, Usd paid, Usd open) {}

    /** The oldest first. */
    List<Charge> charges(Connection connection, UUID contractorId) throws SQLException {
        List<Charge> charges = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CHARGES)) {
            select.setObject(1, contractorId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Usd due = Usd.of(row.getBigDecimal(4));
                    Usd paid = Usd.of(row.getBigDecimal(5));
                    charges.add(new Charge(
                            CmasNumber.parse(row.getString(1)),
                            CalendarQuarter.parse(row.getString(2)),
                            row.getObject(3, LocalDate.class),
                            due,
                            paid,
                            due.minus(paid)));
                }
            }
        }
        return charges;
    }
}
