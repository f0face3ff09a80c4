package org.opencmas.fees.rate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.opencmas.fees.datedfigure.DatedFigures;

/** The table of dated rates of the administrative fee. Of the rates for one first order date the one activated last counts. */
@ApplicationScoped
class AdministrativeFeeRateTable extends DatedFigures<FeeRate> {
    AdministrativeFeeRateTable() {
        super(
                "administrative_fee_rate",
                "administrative fee rate",
                FeeRate.COLUMNS,
                "first_order_date",
                "first_order_date");
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
