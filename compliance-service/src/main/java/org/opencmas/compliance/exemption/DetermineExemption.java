package org.opencmas.compliance.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.ExemptionRecord.Asked;
import org.opencmas.compliance.exemption.tree.DecisionTree;
import org.opencmas.compliance.exemption.tree.ExemptionFacts;
import org.opencmas.journal.Journal;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.ProgramCalendar;

/**
 * Determines whether a procurement needs an exemption, keeps all it was determined from and tells the others.
 *
 * <p>Refuses (400), naming every fault: what {@link DeterminationReading} finds, another agency than the caller's own, an agency that
 * is not known, and one that is not of the class that was given.
 */
@ApplicationScoped
class DetermineExemption {
    private final DataSource dataSource;
    private final Determinations determinations;
    private final ExemptionAccess access;
    private final ExemptionEvents events;
    private final Journal journal;
    private final Clock clock;

    DetermineExemption(
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

    @Transactional
    ExemptionRecord determine(NewDetermination body) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID own = access.asksFor();
        return access.reading(() -> determine(body, own, now));
    }

    private ExemptionRecord determine(NewDetermination body, @Nullable UUID own, Instant now) throws SQLException {
        var fields = new FieldReader();
        ExemptionFacts facts = DeterminationReading.facts(body, ProgramCalendar.dateOf(now), fields);
        UUID agencyId = buyer(body, own, fields);
        try (Connection connection = dataSource.getConnection()) {
            if (agencyId != null) {
                requireClass(connection, agencyId, body, facts, fields);
            }
            fields.requireNoFaults();
            if (agencyId == null) {
                throw new IllegalStateException("a buyer that is not named is a fault");
            }
            var made = new ExemptionRecord(
                    agencyId,
                    TimeOrderedId.next(),
                    facts,
                    DecisionTree.determine(facts),
                    new Asked(access.subject(), access.name(), now),
                    null,
                    List.of());
            determinations.store(connection, made);
            journal.append(access.actor(agencyId), events.registered(made));
            return made;
        }
    }

    /** Null when it was noted as a fault. */
    private static @Nullable UUID buyer(NewDetermination body, @Nullable UUID own, FieldReader fields) {
        if (body.agencyId() == null && own != null) {
            return own;
        }
        int before = fields.faultCount();
        UUID named = fields.id("/agencyId", body.agencyId());
        if (fields.faultCount() > before) {
            return null;
        }
        if (own != null && !own.equals(named)) {
            fields.fault("/agencyId", "is not the agency of the token");
            return null;
        }
        return named;
    }

    private void requireClass(
            Connection connection, UUID agencyId, NewDetermination body, ExemptionFacts facts, FieldReader fields)
            throws SQLException {
        Optional<AgencyType> type = determinations.agencyType(connection, agencyId);
        if (type.isEmpty()) {
            fields.fault(
                    "/agencyId",
                    "no agency " + agencyId + " is known here",
                    "Register the agency; the news of it arrives within seconds.");
        } else if (body.agencyClass() != null && type.get().agencyClass() != facts.agencyClass()) {
            fields.fault(
                    "/agencyClass",
                    "is " + facts.agencyClass() + ", but the agency is registered as " + type.get()
                            + ", which counts as " + type.get().agencyClass());
        }
    }
}
