package org.opencmas.compliance.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.ExemptionRecord.Withdrawn;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.Attested;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.AttestedPoint;
import org.opencmas.compliance.word.DatedReason;
import org.opencmas.journal.Journal;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;

/**
 * Records that an attestation is taken back. What was determined and decided stays as it was, and is shown as marked.
 *
 * <p>Refuses an unknown or another agency's determination (404), a missing or stale {@code If-Match} (428, 412), a faulty body (400), a
 * point that nobody attested to hold and one that was withdrawn already (409).
 */
@ApplicationScoped
class WithdrawAttestation {
    private final DataSource dataSource;
    private final Determinations determinations;
    private final ExemptionAccess access;
    private final ExemptionEvents events;
    private final Journal journal;
    private final Clock clock;

    WithdrawAttestation(
            DataSource dataSource,
            Determinations determinations,
            ExemptionAccess access,
            ExemptionEvents events,
            Journal journal,
            Clock clock) {
        this.dataSource = dataSource;
        this.determinations = determinations;
        this.access = access;
        this.events = events;
        this.journal = journal;
        this.clock = clock;
    }

    /** The body of a withdrawal. */
    @Schema(description = "An attestation that its person takes back.")
    record NewWithdrawal(
            @Schema(
                    required = true,
                    enumeration = {"MEETS_BUSINESS_NEED", "COST_EFFECTIVE", "INCREASES_STATE_EFFICIENCY"},
                    description = "What had been attested.")
            @Nullable
            String point,

            @Schema(required = true, maxLength = 4000, description = "Why it is taken back.") @Nullable
            String reason,

            @Schema(
                    required = true,
                    format = "date",
                    description = "The day in California: not in the future, and not before the attestation.")
            @Nullable
            String withdrawnOn)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(this, today, fields);
        }
    }

    private record Read(AttestedPoint point, DatedReason withdrawn) {}

    @Transactional
    ExemptionRecord withdraw(UUID determinationId, @Nullable String ifMatch, NewWithdrawal body) throws SQLException {
        UUID only = access.onlyAgency();
        return access.reading(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return withdraw(connection, determinations.current(connection, determinationId, only, ifMatch), body);
            }
        });
    }

    private ExemptionRecord withdraw(Connection connection, ExemptionRecord made, NewWithdrawal body)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fields = new FieldReader();
        Read read = read(body, ProgramCalendar.dateOf(now), fields);
        fields.requireNoFaults();
        Attested attested = made.requireWithdrawable(read.point());
        DatedReason why = read.withdrawn();
        why.requireNotBefore(fields, "withdrawnOn", attested.attestedOn(), "the attestation, which was made on");
        var withdrawn = new Withdrawn(read.point(), why.reason(), why.on(), access.subject(), access.name(), now);
        if (!determinations.storeWithdrawal(connection, made, withdrawn)) {
            throw new Conflict("attestation-withdrawn", "The attestation was withdrawn at the same time.");
        }
        ExemptionRecord marked = made.with(withdrawn);
        journal.append(access.actor(marked.agencyId()), events.withdrawn(marked, withdrawn));
        return marked;
    }

    private static Read read(NewWithdrawal body, LocalDate today, FieldReader fields) {
        return new Read(
                fields.requiredChoice("/point", body.point(), AttestedPoint.COST_EFFECTIVE),
                DatedReason.read(fields, body.reason(), "withdrawnOn", body.withdrawnOn(), today));
    }
}
