package org.opencmas.fees.report.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.rate.Rate;
import org.opencmas.tenant.Tenant;

/** The drafts of reports; every saving is kept. */
@ApplicationScoped
public class ReportDrafts {
    /** The last saving, unless a filing has used it. */
    private static final String OPEN = """
            select version, origin, saved_at, saved_by, document, added_rows, file_sha256 from report_draft d
            where cmas_number = ? and quarter = ?
                and version > coalesce((select draft_version from filed_statement s
                    where (s.cmas_number, s.quarter) = (d.cmas_number, d.quarter)), 0)
                and version > coalesce((select max(draft_version) from report_version v
                    where (v.cmas_number, v.quarter) = (d.cmas_number, d.quarter)), 0)
            order by version desc limit 1
            """;

    private static final String ADD = """
            insert into report_draft (cmas_number, quarter, version, contractor_id, origin, saved_at, saved_by, document, added_rows,
                file_sha256)
            select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?, ? from report_draft where cmas_number = ? and quarter = ?
            returning version
            """;

    private static final String ONE = """
            select version, origin, saved_at, saved_by, document, added_rows, file_sha256 from report_draft
            where cmas_number = ? and quarter = ? and version = ?
            """;
    /** Of the filing that used a draft. */
    private static final String FILED = """
            select (%s)::text
            from (select cmas_number, quarter, draft_version, document from filed_statement
                union all select cmas_number, quarter, draft_version, document from report_version) f
            where cmas_number = ? and quarter = ? and draft_version = ?
            """;

    private static final String FILED_RATES = FILED.formatted("document::jsonb #> '{reported,added,rates}'");
    private static final String FILED_ADDED =
            FILED.formatted("jsonb_path_query_array(document::jsonb, '$.reported.lines[*] ? (@.answer == \"ADDED\")')");
    private static final TypeReference<List<AddedOrders.DatedRate>> RATES = new TypeReference<>() {};
    private static final TypeReference<List<ReportedLine>> LINES = new TypeReference<>() {};

    private final ObjectMapper json;

    ReportDrafts(ObjectMapper json) {
        this.json = json;
    }

    /** What was saved last and not filed yet. */
    public Optional<ReportDraft> open(Connection connection, AgreementQuarter report) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            return one(select);
        }
    }

    /** A saving that the caller may see, filed or not. */
    public Optional<ReportDraft> find(Connection connection, AgreementQuarter report, int version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            select.setInt(3, version);
            return one(select);
        }
    }

    private Optional<ReportDraft> one(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new ReportDraft(
                            row.getInt(1),
                            ReportDraft.Origin.valueOf(row.getString(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getString(4),
                            read(row.getString(5)),
                            row.getInt(6),
                            row.getString(7)))
                    : Optional.empty();
        }
    }

    /** The rates by which the fees of a filed draft's rows were worked out; empty while it is not filed. */
    public Optional<Map<LocalDate, Rate>> filedRates(Connection connection, AgreementQuarter report, int version)
            throws SQLException {
        return filed(connection, FILED_RATES, RATES, report, version).map(AddedOrders::byDate);
    }

    /** The added orders as they stand in the report that was filed with the draft; empty while it is not filed. */
    Optional<List<ReportedLine>> filedAdded(Connection connection, AgreementQuarter report, int version)
            throws SQLException {
        return filed(connection, FILED_ADDED, LINES, report, version);
    }

    private <T> Optional<T> filed(
            Connection connection, String sql, TypeReference<T> type, AgreementQuarter report, int version)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            select.setInt(3, version);
            try (ResultSet row = select.executeQuery()) {
                String found = row.next() ? row.getString(1) : null;
                return found == null ? Optional.empty() : Optional.of(json.readValue(found, type));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a filed report can be read", e);
        }
    }

    /**
     * Saves what the contractor says; the version in the draft is not looked at. Versions count on over those of another contractor that
     * held the agreement before, whose drafts the caller does not see.
     *
     * @return the version that it got
     */
    public int add(Connection connection, AgreementQuarter report, UUID contractorId, ReportDraft draft)
            throws SQLException {
        return Tenant.seeingAll(() -> insert(connection, report, contractorId, draft));
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
            insert.setInt(8, draft.addedRows());
            insert.setString(9, draft.fileSha256());
            insert.setString(10, report.agreement().canonical());
            insert.setString(11, report.quarter().toString());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
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
