package org.opencmas.registry.cmasnumber;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.opencmas.terms.CmasNumber;

/** The numbers of the agreements that the registry holds. */
@ApplicationScoped
class KnownNumbers {
    private static final String HELD = "select exists (select from agreement where cmas_number = ?)";

    /** First those that differ by the suffix only, then by likeness of the whole. */
    private static final String LIKE = """
            select cmas_number from agreement
            where cmas_number % ? or rtrim(cmas_number, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = ?
            order by rtrim(cmas_number, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = ? desc,
                     similarity(cmas_number, ?) desc, cmas_number
            limit 5
            """;

    private final DataSource dataSource;

    KnownNumbers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    boolean holds(CmasNumber number) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(HELD)) {
            query.setString(1, number.canonical());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the agreements could not be read", e);
        }
    }

    List<String> like(CmasNumber number) {
        String withoutSuffix = number.canonical().replaceFirst("[A-Z]$", "");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(LIKE)) {
            query.setString(1, number.canonical());
            query.setString(2, withoutSuffix);
            query.setString(3, withoutSuffix);
            query.setString(4, number.canonical());
            List<String> numbers = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getString(1));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException("the agreements could not be read", e);
        }
    }
}
