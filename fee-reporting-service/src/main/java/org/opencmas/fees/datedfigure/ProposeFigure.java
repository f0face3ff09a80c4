package org.opencmas.fees.datedfigure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.http.Caller;
import org.opencmas.journal.TimeOrderedId;

/** Proposes a dated figure in the caller's name, or gives one up. It counts once another person activates it. */
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
        var proposed =
                new Proposed<>(TimeOrderedId.next(), figure, new Approval(caller.subject(), now(), null, null, null));
        try (Connection connection = dataSource.getConnection()) {
            figures.add(connection, proposed);
        }
        return proposed;
    }

    /**
     * Gives up a figure that does not count, whoever proposed it.
     *
     * @throws org.opencmas.problem.NotFound (404) when there is none
     * @throws org.opencmas.problem.Conflict (409) when it counts, or was given up before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <F> Proposed<F> withdraw(DatedFigures<F> figures, UUID figureId, String reason) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            figures.withdraw(connection, figureId, new Withdrawal(caller.subject(), now(), reason));
            return figures.get(connection, figureId);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
