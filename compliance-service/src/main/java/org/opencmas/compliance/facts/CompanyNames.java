package org.opencmas.compliance.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.invoice.InvoiceFacts.NamedCmas;
import org.opencmas.journal.WaitingNews;
import org.opencmas.journal.WaitingNews.Key;
import org.opencmas.terms.CmasNumber;

/** Reads the contractor's name as it stood on a CMAS on a day, from the copy of agreements. */
@ApplicationScoped
public class CompanyNames {
    private static final String SELECT = """
            select contractor_name from agreement_snapshot
             where cmas_number = ? and effective_on <= ?
             order by effective_on desc, version desc limit 1
            """;

    private final DataSource dataSource;

    CompanyNames(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** In the order of the numbers. While news of a CMAS could not be taken in here, its name is not known. */
    public List<NamedCmas> on(LocalDate day, List<CmasNumber> numbers) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Set<Key> keys = numbers.stream().map(CompanyNames::key).collect(Collectors.toSet());
            Set<Key> waiting = WaitingNews.among(connection, keys);
            List<NamedCmas> named = new ArrayList<>();
            for (CmasNumber cmas : numbers) {
                named.add(new NamedCmas(cmas, waiting.contains(key(cmas)) ? null : name(connection, cmas, day)));
            }
            return named;
        }
    }

    private static Key key(CmasNumber cmas) {
        return new Key("cmas.agreements", cmas.canonical());
    }

    private static @Nullable String name(Connection connection, CmasNumber cmas, LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, cmas.canonical());
            select.setObject(2, day);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString("contractor_name") : null;
            }
        }
    }
}
