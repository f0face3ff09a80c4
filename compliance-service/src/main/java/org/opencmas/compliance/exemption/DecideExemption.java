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
import org.opencmas.compliance.exemption.ExemptionRecord.Decided;
import org.opencmas.compliance.exemption.ExemptionRecord.ExemptionDecision;
import org.opencmas.compliance.word.DatedReason;
import org.opencmas.journal.Journal;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;

/**
 * Records a reviewer's decision on an exemption: once, by a person without a part in the request.
 *
 * <p>Refuses an unknown determination (404), a missing or stale {@code If-Match} (428, 412), a faulty body (400), an outcome other than
 * EXEMPTION_REQUIRED, a second decision and the person who asked (409).
 */
@ApplicationScoped
class DecideExemption {
    private final DataSource dataSource;
    private final Determinations determinations;
    private final ExemptionAccess access;
    private final ExemptionEvents events;
    private final Journal journal;
    private final Clock clock;

    DecideExemption(
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

    /** The body of a decision. */
    @Schema(description = "A reviewer's decision on an exemption.")
    record NewExemptionDecision(
            @Schema(
                    required = true,
                    enumeration = {"APPROVED", "DENIED"},
                    description = "What was decided.")
            @Nullable
            String decision,

            @Schema(required = true, maxLength = 4000, description = "Why, in the reviewer's words.") @Nullable
            String reason,

            @Schema(
                    required = true,
                    format = "date",
                    description =
                            "The day of the decision in California: not in the future, and not before the determination.")
            @Nullable
            String decidedOn)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(this, today, fields);
        }
    }

    private record Read(ExemptionDecision decision, DatedReason decided) {}

    @Transactional
    ExemptionRecord decide(UUID determinationId, @Nullable String ifMatch, NewExemptionDecision body)
            throws SQLException {
        return access.reading(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return decide(connection, determinationId, ifMatch, body);
            }
        });
    }

    private ExemptionRecord decide(
            Connection connection, UUID determinationId, @Nullable String ifMatch, NewExemptionDecision body)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ExemptionRecord asked = determinations.current(connection, determinationId, null, ifMatch);
        var fields = new FieldReader();
        Read read = read(body, ProgramCalendar.dateOf(now), fields);
        DatedReason why = read.decided();
        why.requireNotBefore(
                fields,
                "decidedOn",
                ProgramCalendar.dateOf(asked.asked().at()),
                "the determination, which was made on");
        asked.requireDecidableBy(access.subject(), access.name());
        var decided = new Decided(read.decision(), why.reason(), why.on(), access.subject(), access.name(), now);
        if (!determinations.storeDecision(connection, asked, decided)) {
            throw new Conflict("exemption-decided", "Another reviewer decided at the same time.");
        }
        ExemptionRecord made = asked.with(decided);
        journal.append(access.actor(made.agencyId()), events.decided(made, decided));
        return made;
    }

    private static Read read(NewExemptionDecision body, LocalDate today, FieldReader fields) {
        return new Read(
                fields.requiredChoice("/decision", body.decision(), ExemptionDecision.DENIED),
                DatedReason.read(fields, body.reason(), "decidedOn", body.decidedOn(), today));
    }
}
