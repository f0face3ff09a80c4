package org.opencmas.fees.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Reads what a contractor owes for its filed reports and what of it is paid. */
@ApplicationScoped
class ContractorAccounts {
    private static final String OF_CONTRACTOR = """
            (select s.cmas_number, s.quarter, o.due_on, s.fee_due,
                coalesce((select sum(amount) from remittance_allocation a
                    where (a.cmas_number, a.quarter) = (s.cmas_number, s.quarter)), 0) as paid,
                coalesce((select d.amount from settled d
                    where (d.cmas_number, d.quarter, d.kind) = (s.cmas_number, s.quarter, 'FEE')), 0) as settled
            from filed_statement s join report_obligation o using (cmas_number, quarter)
            where s.contractor_id = ? and s.fee_due > 0) charge
            """;
    private static final String CHARGES =
            "select cmas_number, quarter, due_on, fee_due, paid, settled from " + OF_CONTRACTOR + """
            where (fee_due > paid + settled or not ?) and (?::date is null or (due_on, cmas_number, quarter) > (?, ?, ?))
            order by due_on, cmas_number, quarter limit ?
            """;
    private static final String OPEN = "select due_on, sum(fee_due - paid - settled) from " + OF_CONTRACTOR + """
            where fee_due > paid + settled group by due_on
            """;
    private static final String UNAPPLIED = """
            select coalesce((select sum(amount) from remittance where contractor_id = ?), 0)
                - coalesce((select sum(amount) from remittance_allocation where contractor_id = ?), 0)
                - coalesce((select sum(f.amount) from remittance_refund f join remittance_refund_approval p using (refund_id)
                    where f.contractor_id = ?), 0)
            """;

    /** The last one of the page before. */
    record After(LocalDate dueOn, String cmasNumber, String quarter) {}

    /**
     * The fee of a filed report.
     *
     * @param dueOn when the report was due, and the fee with it (practice 1.2)
     * @param settled what DGS settled of it, from before payments were kept
     * @param open what is neither paid nor settled, at least zero
     */
    @Schema(name = "AccountCharge")
    record Charge(
            CmasNumber cmasNumber,
            CalendarQuarter quarter,
            LocalDate dueOn,
            Usd feeDue,
            Usd paid,
            Usd settled,
            Usd open) {}

    /**
     * The oldest first.
     *
     * @param onlyOpen without those that are paid
     */
    List<Charge> charges(Connection connection, UUID contractorId, boolean onlyOpen, @Nullable After after, int count)
            throws SQLException {
        List<Charge> charges = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CHARGES)) {
            LocalDate day = after == null ? null : after.dueOn();
            select.setObject(1, contractorId);
            select.setBoolean(2, onlyOpen);
            select.setObject(3, day);
            select.setObject(4, day);
            select.setString(5, after == null ? null : after.cmasNumber());
            select.setString(6, after == null ? null : after.quarter());
            select.setInt(7, count);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Usd due = Usd.of(row.getBigDecimal(4));
                    Usd paid = Usd.of(row.getBigDecimal(5));
                    Usd settled = Usd.of(row.getBigDecimal(6));
                    Usd open = due.minus(paid).minus(settled);
                    charges.add(new Charge(
                            CmasNumber.parse(row.getString(1)),
                            CalendarQuarter.parse(row.getString(2)),
                            row.getObject(3, LocalDate.class),
                            due,
                            paid,
                            settled,
                            open.isNegative() ? Usd.ZERO : open));
                }
            }
        }
        return charges;
    }

    /** What is not paid, by the day on which it was due. There are as many days as quarters, whatever the number of charges. */
    Map<LocalDate, Usd> open(Connection connection, UUID contractorId) throws SQLException {
        Map<LocalDate, Usd> open = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            select.setObject(1, contractorId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.put(row.getObject(1, LocalDate.class), Usd.of(row.getBigDecimal(2)));
                }
            }
        }
        return open;
    }

    /** What is left of all payments. */
    Usd unapplied(Connection connection, UUID contractorId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNAPPLIED)) {
            for (int i = 1; i <= 3; i++) {
                select.setObject(i, contractorId);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Usd.of(row.getBigDecimal(1));
            }
        }
    }
}
