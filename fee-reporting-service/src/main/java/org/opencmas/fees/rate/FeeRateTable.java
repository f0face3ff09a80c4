package org.opencmas.fees.rate;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The table of dated rates. */
@Singleton
public final class FeeRateTable {
    public FeeRates load(Connection connection) throws SQLException {
        List<FeeRate> rates = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select first_order_date, rate, source, confidence from fee_rate order by 1");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rates.add(new FeeRate(
                        row.getObject(1, LocalDate.class),
                        new Rate(row.getBigDecimal(2)),
                        row.getString(3),
                        FeeRate.Confidence.valueOf(row.getString(4))));
            }
        }
        return new FeeRates(rates);
    }
}
