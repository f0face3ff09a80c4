package org.opencmas.fees.rate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.opencmas.fees.datedfigure.Confidence;

/**
 * The rate that holds for orders dated on a day or later, until the next one begins.
 *
 * @param firstOrderDate the first order date it holds for, inclusive; civil date in Los Angeles
 * @param rate the share of the order's amount before tax and freight
 * @param source where the figure is from, for a person
 * @param confidence whether rate and date are confirmed by an official text
 */
public record FeeRate(LocalDate firstOrderDate, Rate rate, String source, Confidence confidence) {
    /** The columns of a table of rates that hold a rate itself. */
    static final List<String> COLUMNS = List.of("first_order_date", "rate", "source", "confidence");

    /** Reads these columns, which are the first of the row. */
    static FeeRate read(ResultSet row) throws SQLException {
        return new FeeRate(
                row.getObject(1, LocalDate.class),
                new Rate(row.getBigDecimal(2)),
                row.getString(3),
                Confidence.valueOf(row.getString(4)));
    }

    /** What they hold. */
    List<Object> values() {
        return List.of(firstOrderDate, rate.fraction(), source, confidence.name());
    }
}
