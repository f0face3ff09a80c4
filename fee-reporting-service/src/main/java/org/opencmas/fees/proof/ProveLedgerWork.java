package org.opencmas.fees.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.opencmas.fees.proof.LedgerProofs.End;
import org.opencmas.fees.proof.LedgerProofs.LedgerProof;
import org.opencmas.fees.proof.ProveLedger.Proof;
import org.opencmas.longwork.LongWork;
import org.opencmas.longwork.Stopping;

/**
 * Works on the proof that was asked for. One that was left off begins again from its first check, since all of them must see one
 * snapshot. One that was begun five times in vain is given up, so that another can be asked for.
 */
@ApplicationScoped
class ProveLedgerWork implements LongWork {
    private static final int MOST_STARTS = 5;

    private final LedgerProofs proofs;
    private final ProveLedger proveLedger;
    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Clock clock;

    ProveLedgerWork(
            LedgerProofs proofs, ProveLedger proveLedger, DataSource dataSource, ObjectMapper json, Clock clock) {
        this.proofs = proofs;
        this.proveLedger = proveLedger;
        this.dataSource = dataSource;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ledger-proof";
    }

    @Override
    public boolean isWaiting(Connection connection) throws SQLException {
        return proofs.findOpen(connection).isPresent();
    }

    @Override
    public void goOn(Stopping stopping) throws SQLException {
        Optional<LedgerProof> open = begin();
        if (open.isEmpty()) {
            return;
        }
        UUID proofId = open.get().proofId();
        Optional<Proof> proof = proveLedger.prove(stopping, done -> {
            try (Connection connection = dataSource.getConnection()) {
                proofs.progress(connection, proofId, done);
            }
        });
        if (proof.isPresent()) {
            end(proofId, new End(clock.instant(), write(LedgerProofView.of(proof.get())), null));
        }
    }

    private Optional<LedgerProof> begin() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Optional<LedgerProof> open = proofs.findOpen(connection);
            if (open.isPresent() && open.get().course().starts() >= MOST_STARTS) {
                String failure = "It was begun " + MOST_STARTS + " times and never came to its end.";
                proofs.end(connection, open.get().proofId(), new End(clock.instant(), null, failure));
                return Optional.empty();
            }
            if (open.isPresent()) {
                proofs.begin(connection, open.get().proofId(), clock.instant());
            }
            return open;
        }
    }

    private void end(UUID proofId, End end) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            proofs.end(connection, proofId, end);
        }
    }

    private String write(LedgerProofView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a proof is always JSON", e);
        }
    }
}
