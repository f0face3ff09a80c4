package org.opencmas.fees.report.filed;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.report.draft.Reported;
import org.opencmas.fees.report.statement.Statement;

/** The versions of filed reports, the first one's successors and what DGS returned. Nothing here is ever changed. */
@ApplicationScoped
public class ReportVersions {
    private static final String ALL = """
            select v.version, v.receipt_number, v.corrects, v.reason, v.filed_at, v.filed_by, r.reasons, r.returned_at
            from (select 1 as version, receipt_number, null as corrects, null as reason, filed_at, filed_by, cmas_number, quarter
                    from filed_statement
                union all select version, receipt_number, corrects_receipt_number, reason, filed_at, filed_by, cmas_number, quarter
                    from report_version) v
            left join report_return r using (cmas_number, quarter, version)
            where cmas_number = ? and quarter = ? order by v.version
            """;

    /** Why a filed report is filed anew. */
    @Schema(name = "ReportCorrectionReason")
    public enum Reason {
        RETURNED_AS_INCOMPLETE,
        /** An order of the quarter was found after the report was filed. */
        LATE_FOUND_ORDER,
        WRONG_AMOUNT,
        WRONG_QUARTER,
        OTHER
    }

    /**
     * A filing.
     *
     * @param version 1 for the first
     * @param corrects the receipt number of the version before; null for the first
     * @param returnReasons why DGS sent it back as incomplete; null when it did not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReportVersion")
    public record Version(
            int version,
            String receiptNumber,
            @Nullable String corrects,
            @Nullable Reason reason,
            Instant filedAt,
            String filedBy,
            @Nullable List<String> returnReasons,
            @Nullable Instant returnedAt) {}

    /** All versions, the first one first. */
    public List<Version> all(Connection connection, AgreementQuarter report) throws SQLException {
        List<Version> versions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(version(row));
                }
            }
        }
        return versions;
    }

    private static Version version(ResultSet row) throws SQLException {
        String reason = row.getString(4);
        OffsetDateTime returnedAt = row.getObject(8, OffsetDateTime.class);
        return new Version(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                reason == null ? null : Reason.valueOf(reason),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                returnedAt == null ? null : List.of((String[]) row.getArray(7).getArray()),
                returnedAt == null ? null : returnedAt.toInstant());
    }

    /** The last correction; empty while there is none. */
    public Optional<Version> last(Connection connection, AgreementQuarter report) throws SQLException {
        List<Version> all = all(connection, report);
        return all.isEmpty() || all.getLast().version() == 1 ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The JSON of a correction, to the character as it was answered when it was filed. */
    public Optional<String> document(Connection connection, AgreementQuarter report, int version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select document from report_version where cmas_number = ? and quarter = ? and version = ?")) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            select.setInt(3, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Adds a correction. */
    public void add(
            Connection connection,
            AgreementQuarter report,
            UUID contractorId,
            Version version,
            int draftVersion,
            String document)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into report_version (cmas_number, quarter, version, contractor_id, receipt_number, corrects_receipt_number,
                    draft_version, reason, filed_at, filed_by, document, document_sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setString(1, report.agreement().canonical());
            insert.setString(2, report.quarter().toString());
            insert.setInt(3, version.version());
            insert.setObject(4, contractorId);
            insert.setString(5, version.receiptNumber());
            insert.setString(6, version.corrects());
            insert.setInt(7, draftVersion);
            insert.setString(8, String.valueOf(version.reason()));
            insert.setObject(9, version.filedAt().atOffset(ZoneOffset.UTC));
            insert.setString(10, version.filedBy());
            insert.setString(11, document);
            insert.setString(12, Fingerprint.ofText(document).sha256());
            insert.executeUpdate();
        }
    }

    /** Notes that DGS sent a version back. */
    public void addReturn(
            Connection connection,
            AgreementQuarter report,
            UUID contractorId,
            int version,
            List<String> reasons,
            Instant returnedAt,
            String returnedBy)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into report_return (cmas_number, quarter, version, contractor_id, reasons, returned_at, returned_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setString(1, report.agreement().canonical());
            insert.setString(2, report.quarter().toString());
            insert.setInt(3, version);
            insert.setObject(4, contractorId);
            insert.setArray(5, connection.createArrayOf("text", reasons.toArray()));
            insert.setObject(6, returnedAt.atOffset(ZoneOffset.UTC));
            insert.setString(7, returnedBy);
            insert.executeUpdate();
        }
    }

    /** Keeps what a filing came to beside the ledger. */
    public void addComparison(Connection connection, Statement statement, @Nullable Reported reported, int version)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into report_comparison (cmas_number, quarter, version, contractor_id, accrued_sales, accrued_fee,
                    reported_sales, reported_fee) values (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            Statement.Totals accrued = statement.totals();
            insert.setString(1, statement.agreement().canonical());
            insert.setString(2, statement.quarter().toString());
            insert.setInt(3, version);
            insert.setObject(4, statement.contractorId().orElseThrow());
            insert.setBigDecimal(5, accrued.totalExcludingTaxAndFreight().amount());
            insert.setBigDecimal(6, accrued.feeExact().amount());
            insert.setBigDecimal(
                    7,
                    (reported == null
                                    ? accrued.totalExcludingTaxAndFreight()
                                    : reported.totals().localTotal())
                            .amount());
            insert.setBigDecimal(
                    8,
                    (reported == null ? accrued.feeExact() : reported.totals().fee()).amount());
            insert.executeUpdate();
        }
    }
}
