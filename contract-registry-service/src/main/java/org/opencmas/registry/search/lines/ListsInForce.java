package org.opencmas.registry.search.lines;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The price lists from which orders can be placed on a day: in force then, of agreements that are active and in term. */
@ApplicationScoped
public class ListsInForce {
    private static final String IN_FORCE = """
            select f.id, f.cmas_number, c.id, c.legal_name
            from (
                select distinct on (cmas_number) cmas_number, id from price_list
                where effective_from <= ?
                    and (cast(? as uuid[]) is null or cmas_number in (select cmas_number from price_list where id = any (?)))
                order by cmas_number, effective_from desc, supplement_number desc
            ) f
            join agreement a on a.cmas_number = f.cmas_number
            join contractor c on c.id = a.contractor_id
            join lateral (
                select term_start, term_end from agreement_supplement each
                where each.cmas_number = a.cmas_number and each.effective_on <= ?
                order by each.effective_on desc, each.supplement_number desc limit 1
            ) s on ? between s.term_start and s.term_end
            cross join lateral agreement_status_on(a.cmas_number, ?) t
            where t.status = 'ACTIVE' and (cast(? as uuid[]) is null or f.id = any (?))
            """;
    private static final int DAYS_BEHIND = 3;

    private final DataSource dataSource;

    ListsInForce(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whose a price list is. */
    public record Seller(String cmasNumber, UUID contractorId, String contractorName) {}

    /** All of them, by list. */
    public Map<UUID, Seller> on(LocalDate day) {
        return asked(day, null);
    }

    /** Those among the given lists. */
    public Map<UUID, Seller> among(Collection<UUID> lists, LocalDate day) {
        return lists.isEmpty() ? Map.of() : asked(day, lists);
    }

    private Map<UUID, Seller> asked(LocalDate day, @Nullable Collection<UUID> lists) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(IN_FORCE)) {
            var among = lists == null ? null : connection.createArrayOf("uuid", lists.toArray());
            int at = 1;
            query.setObject(at++, day);
            query.setArray(at++, among);
            query.setArray(at++, among);
            for (int i = 0; i < DAYS_BEHIND; i++) {
                query.setObject(at++, day);
            }
            query.setArray(at++, among);
            query.setArray(at, among);
            Map<UUID, Seller> sellers = new HashMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sellers.put(
                            rows.getObject(1, UUID.class),
                            new Seller(rows.getString(2), rows.getObject(3, UUID.class), rows.getString(4)));
                }
            }
            return sellers;
        } catch (SQLException e) {
            throw new IllegalStateException("the price lists in force could not be read", e);
        }
    }
}
