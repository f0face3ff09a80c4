package org.opencmas.fees.rate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.datedfigure.DatedFigures;

/** The table of dated rates. Of the rates for one first order date the one activated last counts. */
@ApplicationScoped
public class FeeRateTable extends DatedFigures<FeeRate> {
    FeeRateTable() {
        super(
                "fee_rate",
                "fee rate",
                List.of("first_order_date", "rate", "source", "confidence"),
                "first_order_date",
                "first_order_date");
    }

    /** The rates that count. */
    public FeeRates load(Connection connection) throws SQLException {
        return new FeeRates(activated(connection));
    }

    @Override
    protected FeeRate read(ResultSet row) throws SQLException {
        return new FeeRate(
                row.getObject(1, LocalDate.class),
                new Rate(row.getBigDecimal(2)),
                row.getString(3),
                Confidence.valueOf(row.getString(4)));
    }

    @Override
    protected List<Object> values(FeeRate rate) {
        return List.of(
                rate.firstOrderDate(),
                rate.rate().fraction(),
                rate.source(),
                rate.confidence().name());
    }
}
