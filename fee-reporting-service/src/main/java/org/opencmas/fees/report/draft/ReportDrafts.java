package org.opencmas.fees.report.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.tenant.Tenant;

/** The drafts of reports; every saving is kept. */
@ApplicationScoped
public class ReportDrafts {
    /** The last saving, unless a filing has used it. */
    private static final String OPEN = """
            select version, origin, saved_at, saved_by, document from report_draft d
            where cmas_number = ? and quarter = ?
                and version > coalesce((select draft_version from filed_statement s
                    where (s.cmas_number, s.quarter) = (d.cmas_number, d.quarter)), 0)
                and version > coalesce((select max(draft_version) from report_version v
                    where (v.cmas_number, v.quarter) = (d.cmas_number, d.quarter)), 0)
            order by version desc limit 1
            """;

    private static final String ADD = """
            insert into report_draft (cmas_number, quarter, version, contractor_id, origin, saved_at, saved_by, document)
            select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ? from report_draft where cmas_number = ? and quarter = ?
            """;

    private final ObjectMapper json;

    ReportDrafts(ObjectMapper json) {
        this.json = json;
    }

    /** What was saved last and not filed yet. */
    public Optional<ReportDraft> open(Connection connection, AgreementQuarter report) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ReportDraft(
                                row.getInt(1),
                                ReportDraft.Origin.valueOf(row.getString(2)),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getString(4),
                                read(row.getString(5))))
                        : Optional.empty();
            }
        }
    }

    /**
     * Saves what the contractor says; the version in the draft is not looked at. Versions count on over those of another contractor that
     * held the agreement before, whose drafts the caller does not see.
     */
    public void add(Connection connection, AgreementQuarter report, UUID contractorId, ReportDraft draft)
            throws SQLException {
        Tenant.seeingAll(() -> insert(connection, report, contractorId, draft));
    }

    private int insert(Connection connection, AgreementQuarter report, UUID contractorId, ReportDraft draft)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, report.agreement().canonical());
            insert.setString(2, report.quarter().toString());
            insert.setObject(3, contractorId);
            insert.setString(4, draft.origin().name());
            insert.setObject(5, draft.savedAt().atOffset(ZoneOffset.UTC));
            insert.setString(6, draft.savedBy());
            insert.setString(7, write(draft.content()));
            insert.setString(8, report.agreement().canonical());
            insert.setString(9, report.quarter().toString());
            return insert.executeUpdate();
        }
    }

    private ReportDraft.Content read(String document) {
        try {
            return json.readValue(document, ReportDraft.Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft that was saved can be read", e);
        }
    }

    private String write(ReportDraft.Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft is always JSON", e);
        }
    }
}
