package org.opencmas.fees.datedfigure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.opencmas.http.Caller;
import org.opencmas.journal.TimeOrderedId;

/** Proposes a dated figure in the caller's name. It counts once another person activates it. */
@ApplicationScoped
public class ProposeFigure {
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    ProposeFigure(Caller caller, DataSource dataSource, Clock clock) {
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    public <F> Proposed<F> propose(DatedFigures<F> figures, F figure) throws SQLException {
        var proposed = new Proposed<>(
                TimeOrderedId.next(),
                figure,
                new Approval(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS), null, null));
        try (Connection connection = dataSource.getConnection()) {
            figures.add(connection, proposed);
        }
        return proposed;
    }
}
