package org.opencmas.fees.report.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.ledger.worth.SmallBusinessWaiver;
import org.opencmas.fees.obligation.ReportObligation;
import org.opencmas.fees.rate.Rate;
import org.opencmas.fees.report.statement.Statement.Totals;
import org.opencmas.fees.report.statement.Statement.UncomputableFee;
import org.opencmas.fees.report.statement.StatementLine.Waiver;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Pre-fills reports from the ledger. */
@ApplicationScoped
public class Statements {
    private static final String LINES = """
            select p.order_id, p.document_version, p.cause, c.agency_id, a.name, p.agency_type, c.agency_order_number,
                c.amendment_number, c.order_date, c.effective_on, p.belongs_to_quarter, p.rate, p.treatment,
                sum(p.base), sum(p.fee_due), sum(p.fee_waived), r.effective_on
            from posting p
            join order_change c using (order_id, document_version, cause)
            join agency a using (agency_id)
            left join order_change r on r.order_id = p.order_id and r.document_version = p.document_version
                and r.cause = 'REJECTION' and p.cause in ('ORIGINAL', 'AMENDMENT')
            where p.quarter = ? and p.cmas_number = ?
            group by p.order_id, p.document_version, p.cause, c.agency_id, a.name, p.agency_type, c.agency_order_number,
                c.amendment_number, c.order_date, c.effective_on, p.belongs_to_quarter, p.rate, p.treatment, r.effective_on
            having sum(p.base) <> 0 or sum(p.orders) <> 0
            order by c.effective_on, a.name, c.agency_order_number, c.amendment_number, p.document_version,
                p.cause = 'TERMINATION', p.cause = 'REJECTION', p.treatment, p.agency_type, p.order_id
            """;
    private static final String UNCOMPUTABLE = """
            select order_id, agency_order_number, missing, order_date, base from pending_fee
            where cmas_number = ? and quarters[1] <= ?
            order by agency_order_number, order_id
            """;
    private static final String DECLARED =
            "select coalesce(sum(fee_due), 0) from declared_posting where cmas_number = ? and quarter = ?";
    private static final String CREDIT = "select coalesce(sum(credit), 0) from agreement_credit where cmas_number = ?";

    private final Contractors contractors;

    Statements(Contractors contractors) {
        this.contractors = contractors;
    }

    /** The report as the ledger has it at this moment. */
    public Statement prefill(Connection connection, ReportObligation obligation) throws SQLException {
        Optional<Contractor> contractor = obligation.contractorId().isEmpty()
                ? Optional.empty()
                : contractors.find(connection, obligation.contractorId().get());
        List<Certificate> certificates =
                contractor.map(Contractor::certificates).orElse(List.of());
        List<StatementLine> lines = lines(connection, obligation, certificates);
        return new Statement(
                obligation.agreement(),
                obligation.quarter(),
                obligation.contractorId(),
                contractor.map(Contractor::legalName).orElse(""),
                obligation.dueOn(),
                lines,
                Totals.of(lines, declared(connection, obligation), credit(connection, obligation.agreement())),
                uncomputable(connection, obligation));
    }

    private static List<StatementLine> lines(
            Connection connection, ReportObligation obligation, List<Certificate> certificates) throws SQLException {
        List<StatementLine> lines = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LINES)) {
            select.setString(1, obligation.quarter().toString());
            select.setString(2, obligation.agreement().canonical());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row, certificates));
                }
            }
        }
        return lines;
    }

    private static StatementLine line(ResultSet row, List<Certificate> certificates) throws SQLException {
        LocalDate orderDate = row.getObject(9, LocalDate.class);
        Rate rate = new Rate(row.getBigDecimal(12));
        Treatment treatment = Treatment.valueOf(row.getString(13));
        Usd base = Usd.of(row.getBigDecimal(14));
        Waiver waiver = treatment == Treatment.WAIVED ? waiver(orderDate, certificates) : null;
        return new StatementLine(
                row.getObject(1, UUID.class),
                row.getInt(2),
                Cause.valueOf(row.getString(3)),
                row.getObject(4, UUID.class),
                row.getString(5),
                AgencyType.valueOf(row.getString(6)),
                row.getString(7),
                row.getInt(8),
                orderDate,
                row.getObject(10, LocalDate.class),
                row.getObject(17, LocalDate.class),
                CalendarQuarter.parse(row.getString(11)),
                base,
                rate,
                treatment,
                Usd.of(row.getBigDecimal(15)),
                Usd.of(row.getBigDecimal(16)),
                working(base, rate, treatment),
                waiver);
    }

    private static @Nullable Waiver waiver(LocalDate orderDate, List<Certificate> certificates) {
        return SmallBusinessWaiver.on(orderDate, certificates)
                .map(certificate -> new Waiver(
                        certificate.type().name(),
                        certificate.number(),
                        certificate.validFrom(),
                        certificate.validThrough()))
                .orElse(null);
    }

    private static String working(Usd base, Rate rate, Treatment treatment) {
        String product = base + " x " + rate.percent() + " = " + rate.shareOf(base);
        return switch (treatment) {
            case DUE -> product;
            case WAIVED -> product + ", waived: certified small business on the order date";
            case NOT_IN_FORCE -> base + ": no incentive fee on orders of that date";
        };
    }

    private static Usd credit(Connection connection, CmasNumber agreement) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CREDIT)) {
            select.setString(1, agreement.canonical());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Usd.of(row.getBigDecimal(1));
            }
        }
    }

    /** The exact fee that was posted to the report so far for orders that reports declare. */
    private static Usd declared(Connection connection, ReportObligation obligation) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DECLARED)) {
            select.setString(1, obligation.agreement().canonical());
            select.setString(2, obligation.quarter().toString());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Usd.of(row.getBigDecimal(1));
            }
        }
    }

    private static List<UncomputableFee> uncomputable(Connection connection, ReportObligation obligation)
            throws SQLException {
        List<UncomputableFee> fees = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(UNCOMPUTABLE)) {
            select.setString(1, obligation.agreement().canonical());
            select.setString(2, obligation.quarter().toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    fees.add(new UncomputableFee(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getObject(4, LocalDate.class),
                            Usd.of(row.getBigDecimal(5)),
                            List.of((String[]) row.getArray(3).getArray())));
                }
            }
        }
        return fees;
    }
}
