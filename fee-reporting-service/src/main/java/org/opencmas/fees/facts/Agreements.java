package org.opencmas.fees.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opencmas.sql.Columns;
import org.opencmas.terms.CmasNumber;

/** The copy of the agreements. */
@ApplicationScoped
public class Agreements {
    private static final Columns<CmasNumber> NUMBERS = Columns.of("cmas_number", "text", CmasNumber::canonical);
    private static final String SELECT = """
            select cmas_number, contractor_id, term_start, term_end, terminated_on, effective_on from agreement
            where cmas_number in (select cmas_number from %s)
            """.formatted(NUMBERS.given());

    public Optional<Agreement> find(Connection connection, CmasNumber number) throws SQLException {
        return Optional.ofNullable(find(connection, Set.of(number)).get(number));
    }

    /** By number, those of the agreements that are known. */
    public Map<CmasNumber, Agreement> find(Connection connection, Collection<CmasNumber> numbers) throws SQLException {
        Map<CmasNumber, Agreement> agreements = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            NUMBERS.bind(select, 1, numbers);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Agreement agreement = agreement(row);
                    agreements.put(agreement.number(), agreement);
                }
            }
        }
        return agreements;
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                CmasNumber.parse(row.getString(1)),
                row.getObject(2, UUID.class),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class));
    }

    /**
     * Keeps the agreement as of that version of it.
     *
     * @return whether it was kept; false when the same or a later version is known
     */
    public boolean save(Connection connection, Agreement agreement, long version) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into agreement as known (cmas_number, contractor_id, term_start, term_end, terminated_on, effective_on, version)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (cmas_number) do update set contractor_id = excluded.contractor_id, term_start = excluded.term_start,
                    term_end = excluded.term_end, terminated_on = excluded.terminated_on, effective_on = excluded.effective_on, version = excluded.version
                where known.version < excluded.version
                """)) {
            upsert.setString(1, agreement.number().canonical());
            upsert.setObject(2, agreement.contractorId());
            upsert.setObject(3, agreement.termStart());
            upsert.setObject(4, agreement.termEnd());
            upsert.setObject(5, agreement.terminatedOn());
            upsert.setObject(6, agreement.effectiveOn());
            upsert.setLong(7, version);
            return upsert.executeUpdate() == 1;
        }
    }
}
