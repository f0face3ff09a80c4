package org.opencmas.compliance.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.invoice.InvoiceFacts.NamedCmas;
import org.opencmas.journal.WaitingNews;
import org.opencmas.journal.WaitingNews.Key;
import org.opencmas.terms.CmasNumber;

/** Reads the contractor's name as it stood on a CMAS on a day, and the names that it had before, from the copies of agreements and contractors. */
@ApplicationScoped
public class CompanyNames {
    private static final String SELECT = """
            select printed.contractor_id, printed.contractor_name, contractor.former_names,
                   array(select distinct earlier.contractor_name from agreement_snapshot earlier
                          where earlier.cmas_number = printed.cmas_number and earlier.contractor_id = printed.contractor_id
                            and earlier.effective_on <= ?
                          order by 1) as printed_names
              from agreement_snapshot printed left join contractor using (contractor_id)
             where printed.cmas_number = ? and printed.effective_on <= ?
             order by printed.effective_on desc, printed.version desc limit 1
            """;

    private final DataSource dataSource;

    CompanyNames(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * In the order of the numbers. While news of a CMAS could not be taken in here, its name is not known; nor are former names while news of
     * the contractor could not be.
     */
    public List<NamedCmas> on(LocalDate day, List<CmasNumber> numbers) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Set<Key> keys = numbers.stream().map(CompanyNames::key).collect(Collectors.toSet());
            Set<Key> waiting = WaitingNews.among(connection, keys);
            List<NamedCmas> named = new ArrayList<>();
            for (CmasNumber cmas : numbers) {
                named.add(waiting.contains(key(cmas)) ? new NamedCmas(cmas, null, null) : named(connection, cmas, day));
            }
            return named;
        }
    }

    private static Key key(CmasNumber cmas) {
        return new Key("cmas.agreements", cmas.canonical());
    }

    private static NamedCmas named(Connection connection, CmasNumber cmas, LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, day);
            select.setString(2, cmas.canonical());
            select.setObject(3, day);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new NamedCmas(cmas, row.getString("contractor_name"), otherNames(connection, row))
                        : new NamedCmas(cmas, null, null);
            }
        }
    }

    private static @Nullable List<String> otherNames(Connection connection, ResultSet row) throws SQLException {
        Array former = row.getArray("former_names");
        Key contractor = new Key("cmas.contractors", row.getString("contractor_id"));
        if (former == null || !WaitingNews.among(connection, Set.of(contractor)).isEmpty()) {
            return null;
        }
        return Stream.concat(texts(row.getArray("printed_names")), texts(former))
                .distinct()
                .toList();
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray());
    }
}
