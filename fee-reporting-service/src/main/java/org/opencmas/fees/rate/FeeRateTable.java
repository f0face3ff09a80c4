package org.opencmas.fees.rate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.opencmas.fees.datedfigure.DatedFigures;

/** The table of dated rates. Of the rates for one first order date the one activated last counts. */
@ApplicationScoped
public class FeeRateTable extends DatedFigures<FeeRate> {
    FeeRateTable() {
        super("fee_rate", "fee rate", FeeRate.COLUMNS, "first_order_date", "first_order_date");
    }

    /** The rates that count. */
    public FeeRates load(Connection connection) throws SQLException {
        return new FeeRates(activated(connection));
    }

    @Override
    protected FeeRate read(ResultSet row) throws SQLException {
        return FeeRate.read(row);
    }

    @Override
    protected List<Object> values(FeeRate rate) {
        return rate.values();
    }
}
