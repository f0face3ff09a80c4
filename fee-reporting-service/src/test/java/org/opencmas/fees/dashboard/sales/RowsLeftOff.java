package org.opencmas.fees.dashboard.sales;

import java.io.IOException;
import java.sql.Connection;
import java.util.Collections;
import org.opencmas.terms.Usd;

/** Rows of which the first one is given, and no more when the sink leaves off. */
public final class RowsLeftOff extends SalesRows {
    public RowsLeftOff() {
        super(null, null);
    }

    @Override
    public Summed each(Connection connection, SalesFilter filter, Kind kind, Sink sink) throws IOException {
        boolean goesOn = sink.row(Collections.nCopies(kind.columns().size(), null));
        return new Summed(1, Usd.ZERO, Usd.ZERO, !goesOn);
    }
}
