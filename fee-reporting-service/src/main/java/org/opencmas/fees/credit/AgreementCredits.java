package org.opencmas.fees.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Reads what is left of credits, which the database keeps with every filing and release. */
@ApplicationScoped
public class AgreementCredits {
    /** The last day on which the agreement {@code g} can be ordered from. */
    public static final String LAST_DAY =
            "case when g.terminated_on <= g.term_end then g.terminated_on - 1 else g.term_end end";

    private static final String SELECT = """
            select g.cmas_number, g.contractor_id, coalesce(k.legal_name, ''), %1$s, %1$s < ?, coalesce(c.credit, 0), c.since
            from agreement g left join agreement_credit c using (cmas_number) left join contractor k using (contractor_id)
            """.formatted(LAST_DAY);
    /** The registry shows agreements to everybody, this service only its holder's credit. */
    private static final String ONE = SELECT
            + "where g.cmas_number = ? and ((select tenant_sees_all()) or g.contractor_id = (select tenant_contractor()))";

    private static final String LEFT = SELECT + """
            where c.credit > 0 and (?::uuid is null or g.contractor_id = ?) and (?::boolean is null or (%s < ?) = ?)
                and (?::text is null or g.cmas_number > ?) order by g.cmas_number limit ?
            """.formatted(LAST_DAY);
    private static final String SUMS = """
            select coalesce(sum(c.credit), 0), coalesce(sum(c.credit) filter (where %s < ?), 0)
            from agreement_credit c join agreement g using (cmas_number) where c.credit > 0 and (?::uuid is null or g.contractor_id = ?)
            """.formatted(LAST_DAY);
    private static final String BY_CONTRACTOR = """
            select g.contractor_id::text, sum(c.credit), coalesce(sum(c.credit) filter (where %s < ?), 0)
            from agreement_credit c join agreement g using (cmas_number)
            where c.credit > 0 and g.contractor_id::text = any (?) group by g.contractor_id
            """.formatted(LAST_DAY);
    private static final String KNOWN_AT = """
            select coalesce((select sum(credit_added - credit_used) from filed_statement where cmas_number = ? and filed_at <= ?), 0)
                - coalesce((select sum(amount) from credit_entry where cmas_number = ? and posted_at <= ?), 0)
            """;

    /**
     * What credits come to.
     *
     * @param total of all agreements
     * @param ofEndedAgreements what of it no later report can use
     */
    public record Sums(Usd total, Usd ofEndedAgreements) {
        public static final Sums NONE = new Sums(Usd.ZERO, Usd.ZERO);
    }

    /** The agreement's credit now, also where it is none; empty when the tenant holds no such agreement. */
    public Optional<AgreementCredit> find(Connection connection, CmasNumber agreement, LocalDate today)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, today);
            select.setString(2, agreement.canonical());
            return read(select).stream().findFirst();
        }
    }

    /** The agreement's credit as it was known at a moment; what was filed and released until then counts, that moment included. */
    Usd knownAt(Connection connection, CmasNumber agreement, Instant moment) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN_AT)) {
            for (int at = 1; at <= 3; at += 2) {
                select.setString(at, agreement.canonical());
                select.setObject(at + 1, moment.atOffset(ZoneOffset.UTC));
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Usd.of(row.getBigDecimal(1));
            }
        }
    }

    /**
     * Agreements with a credit, by their number.
     *
     * @param contractorId null for all contractors'
     * @param ended whether the agreement ended; null for either
     * @param after the number of the last one of the page before; null for the first page
     */
    public List<AgreementCredit> list(
            Connection connection,
            @Nullable UUID contractorId,
            @Nullable Boolean ended,
            @Nullable String after,
            int count,
            LocalDate today)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LEFT)) {
            select.setObject(1, today);
            select.setObject(2, contractorId);
            select.setObject(3, contractorId);
            select.setObject(4, ended);
            select.setObject(5, today);
            select.setObject(6, ended);
            select.setString(7, after);
            select.setString(8, after);
            select.setInt(9, count);
            return read(select);
        }
    }

    /** @param contractorId null for all contractors' */
    public Sums sums(Connection connection, @Nullable UUID contractorId, LocalDate today) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUMS)) {
            select.setObject(1, today);
            select.setObject(2, contractorId);
            select.setObject(3, contractorId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Sums(Usd.of(row.getBigDecimal(1)), Usd.of(row.getBigDecimal(2)));
            }
        }
    }

    /** Those of the contractors that have a credit, by their id. */
    public Map<String, Sums> byContractor(Connection connection, Set<String> contractorIds, LocalDate today)
            throws SQLException {
        Map<String, Sums> sums = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(BY_CONTRACTOR)) {
            select.setObject(1, today);
            select.setArray(2, connection.createArrayOf("text", contractorIds.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sums.put(row.getString(1), new Sums(Usd.of(row.getBigDecimal(2)), Usd.of(row.getBigDecimal(3))));
                }
            }
        }
        return sums;
    }

    private static List<AgreementCredit> read(PreparedStatement select) throws SQLException {
        List<AgreementCredit> read = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Usd credit = Usd.of(row.getBigDecimal(6));
                OffsetDateTime since = row.getObject(7, OffsetDateTime.class);
                read.add(new AgreementCredit(
                        CmasNumber.parse(row.getString(1)),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getBoolean(5),
                        credit,
                        since == null || credit.isZero() ? null : since.toInstant()));
            }
        }
        return read;
    }
}
