package org.opencmas.fees.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.opencmas.journal.Freshness;
import org.opencmas.longwork.Stopping;

/** Runs every check on one snapshot of the books. Its cost grows with the ledger, unlike that of reading the totals. */
@ApplicationScoped
class ProveLedger {
    private static final int DEVIATIONS_SHOWN = 20;
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(30);

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

    /** Is told how many checks are done. */
    interface Progress {
        void done(int checks) throws SQLException;
    }

    /** The proof; empty when it had to be left off. Nothing of the books is locked meanwhile. */
    Optional<Proof> prove(Stopping stopping, Progress progress) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            int timeout = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST_CHECK.toMillis()));
            connection.setAutoCommit(false);
            try {
                return prove(connection, stopping, progress);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, timeout);
            }
        }
    }

    private Optional<Proof> prove(Connection connection, Stopping stopping, Progress progress) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only");
            statement.execute("set local statement_timeout = " + LONGEST_CHECK.toMillis());
            Map<String, Long> asOf = freshness.asOf(connection);
            Instant provenAt = clock.instant();
            List<Result> results = new ArrayList<>();
            for (Check check : Check.values()) {
                if (stopping.isAsked()) {
                    return Optional.empty();
                }
                results.add(new Result(check, deviations(connection, check)));
                progress.done(results.size());
            }
            return Optional.of(
                    new Proof(provenAt, asOf, count(statement, "posting"), count(statement, "ledger_entry"), results));
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
