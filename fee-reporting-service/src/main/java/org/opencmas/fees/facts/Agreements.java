package org.opencmas.fees.facts;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.terms.CmasNumber;

/** The copy of the agreements. */
@Singleton
public final class Agreements {
    public Optional<Agreement> find(Connection connection, CmasNumber number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select contractor_id, term_start, term_end, effective_on from agreement where cmas_number = ?")) {
            select.setString(1, number.canonical());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Agreement(
                                number,
                                row.getObject(1, UUID.class),
                                row.getObject(2, LocalDate.class),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class)))
                        : Optional.empty();
            }
        }
    }

    /**
     * Keeps the agreement as of that version of it.
     *
     * @return whether it was kept; false when the same or a later version is known
     */
    public boolean save(Connection connection, Agreement agreement, long version) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into agreement as known (cmas_number, contractor_id, term_start, term_end, effective_on, version)
                values (?, ?, ?, ?, ?, ?)
                on conflict (cmas_number) do update set contractor_id = excluded.contractor_id, term_start = excluded.term_start,
                    term_end = excluded.term_end, effective_on = excluded.effective_on, version = excluded.version
                where known.version < excluded.version
                """)) {
            upsert.setString(1, agreement.number().canonical());
            upsert.setObject(2, agreement.contractorId());
            upsert.setObject(3, agreement.termStart());
            upsert.setObject(4, agreement.termEnd());
            upsert.setObject(5, agreement.effectiveOn());
            upsert.setLong(6, version);
            return upsert.executeUpdate() == 1;
        }
    }
}
