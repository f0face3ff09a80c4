package org.opencmas.fees.proof;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.opencmas.journal.Freshness;

/** Runs every check on one snapshot of the books. Its cost grows with the ledger, unlike that of reading the totals. */
@Singleton
class ProveLedger {
    private static final int DEVIATIONS_SHOWN = 20;

    private final DataSource dataSource;
    private final Freshness freshness;
    private final Clock clock;

    ProveLedger(DataSource dataSource, Freshness freshness, Clock clock) {
        this.dataSource = dataSource;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** @param deviations the first of them, at most twenty; none when the check holds */
    record Result(Check check, List<String> deviations) {}

    record Proof(Instant provenAt, Map<String, Long> asOf, long postings, long entries, List<Result> results) {}

    @Transactional
    public Proof prove() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only");
            List<Result> results = new ArrayList<>();
            for (Check check : Check.values()) {
                results.add(new Result(check, deviations(connection, check)));
            }
            return new Proof(
                    clock.instant(),
                    freshness.asOf(connection),
                    count(statement, "posting"),
                    count(statement, "ledger_entry"),
                    results);
        }
    }

    private static List<String> deviations(Connection connection, Check check) throws SQLException {
        List<String> deviations = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select * from (" + check.deviations() + ") limit " + DEVIATIONS_SHOWN);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                deviations.add(row.getString(1));
            }
        }
        return deviations;
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
