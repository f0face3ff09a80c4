package org.opencmas.fees.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/** Reads the totals of fees that are not paid, which the database keeps with every filing, allocation and settlement. */
@ApplicationScoped
class OpenFees {
    private static final String SELECT = """
            with page as (select member from open_fee_total
                where member <> '' and (?::text is null or member > ?) group by member having sum(open) <> 0 order by member limit ?)
            select member, coalesce(k.legal_name, ''), due_on, open
            from open_fee_total left join contractor k on k.contractor_id::text = member
            where open <> 0 and (member = '' or member in (select member from page))
            order by member, due_on
            """;

    /** What a contractor has not paid, by the day it was due. */
    record Open(String contractorId, String name, Map<LocalDate, Usd> byDueDay) {}

    /** By contractor, the page after that one; under the empty id what all have not paid. */
    Map<String, Open> read(Connection connection, @Nullable String after, int count) throws SQLException {
        Map<String, Open> open = new LinkedHashMap<>();
        open.put("", new Open("", "", new TreeMap<>()));
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, after);
            select.setString(2, after);
            select.setInt(3, count);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String member = row.getString(1);
                    Open of = open.get(member);
                    if (of == null) {
                        of = new Open(member, row.getString(2), new TreeMap<>());
                        open.put(member, of);
                    }
                    of.byDueDay.put(row.getObject(3, LocalDate.class), Usd.of(row.getBigDecimal(4)));
                }
            }
        }
        return open;
    }
}
