package org.opencmas.fees.rate;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of dated rates: appended, never edited. */
@Singleton
public final class FeeRateTable {
    private static final String PROPOSED = """
            select first_order_date, rate, source, confidence, figure_id, proposed_by, proposed_at, activated_by, activated_at
            from fee_rate
            """;

    /** The rates that count: those that were activated, of each day the one that was activated last. */
    public FeeRates load(Connection connection) throws SQLException {
        List<FeeRate> rates = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        select distinct on (first_order_date) first_order_date, rate, source, confidence from fee_rate
                        where activation is not null order by first_order_date, activation desc
                        """);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rates.add(rate(row));
            }
        }
        return new FeeRates(rates);
    }

    /** All that were ever proposed, by day, the latest proposed first. */
    List<ProposedFeeRate> history(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(PROPOSED + "order by first_order_date, proposed_at desc, figure_id desc")) {
            return proposed(select);
        }
    }

    public Optional<ProposedFeeRate> find(Connection connection, UUID figureId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PROPOSED + "where figure_id = ?")) {
            select.setObject(1, figureId);
            return proposed(select).stream().findFirst();
        }
    }

    void propose(Connection connection, ProposedFeeRate proposed) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into fee_rate (figure_id, first_order_date, rate, source, confidence, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, proposed.figureId());
            insert.setObject(2, proposed.figure().firstOrderDate());
            insert.setBigDecimal(3, proposed.figure().rate().fraction());
            insert.setString(4, proposed.figure().source());
            insert.setString(5, proposed.figure().confidence().name());
            insert.setString(6, proposed.approval().proposedBy());
            insert.setObject(7, proposed.approval().proposedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static List<ProposedFeeRate> proposed(PreparedStatement select) throws SQLException {
        List<ProposedFeeRate> proposed = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                proposed.add(new ProposedFeeRate(row.getObject(5, UUID.class), rate(row), Approval.of(row, 6)));
            }
        }
        return proposed;
    }

    private static FeeRate rate(ResultSet row) throws SQLException {
        return new FeeRate(
                row.getObject(1, LocalDate.class),
                new Rate(row.getBigDecimal(2)),
                row.getString(3),
                FeeRate.Confidence.valueOf(row.getString(4)));
    }
}
