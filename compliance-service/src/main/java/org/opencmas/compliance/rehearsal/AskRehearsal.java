package org.opencmas.compliance.rehearsal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.parameter.ProposedFigures;
import org.opencmas.compliance.parameter.ProposedFigures.Proposed;
import org.opencmas.compliance.rehearsal.Rehearsal.Asked;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.ruleset.RuleSets;
import org.opencmas.http.Caller;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/**
 * Has a candidate tried on all decisions that were made until now.
 *
 * <p>Refuses a body that names both a rule set and a figure or neither, one that nobody knows, a figure that no rule on orders uses, since
 * only decisions on orders are kept (400), and a figure that counts already (409).
 */
@ApplicationScoped
class AskRehearsal {
    private final DataSource dataSource;
    private final Rehearsals rehearsals;
    private final ProposedFigures figures;
    private final Caller caller;
    private final Clock clock;

    AskRehearsal(DataSource dataSource, Rehearsals rehearsals, ProposedFigures figures, Caller caller, Clock clock) {
        this.dataSource = dataSource;
        this.rehearsals = rehearsals;
        this.figures = figures;
        this.caller = caller;
        this.clock = clock;
    }

    /** What is to be tried: one of both. */
    @Schema(description = "What is to be tried on every decision: a rule set or a proposed figure.")
    record NewRehearsal(
            @Schema(maxLength = 64, description = "A rule set that GET /v1/rule-sets lists.") @Nullable
            String ruleSetVersion,

            @Schema(format = "uuid", description = "A proposed figure; each decision is judged with it and without.")
            @Nullable
            String parameterId)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(this, fields);
        }
    }

    @Transactional
    UUID ask(NewRehearsal body) throws SQLException {
        var fields = new FieldReader();
        UUID parameterId = read(body, fields);
        if (parameterId != null && fields.isSound("/parameterId")) {
            requireCandidate(parameterId, fields);
        }
        fields.requireNoFaults();
        String rules = body.ruleSetVersion() == null ? RuleSets.inForce().version() : body.ruleSetVersion();
        UUID rehearsalId = TimeOrderedId.next();
        var asked = new Asked(caller.subject(), caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        try (Connection connection = dataSource.getConnection()) {
            rehearsals.store(connection, rehearsalId, rules, parameterId, asked);
        }
        return rehearsalId;
    }

    /** The figure that is named, if one is; names the faults of the body. */
    private static @Nullable UUID read(NewRehearsal body, FieldReader fields) {
        if ((body.ruleSetVersion() == null) == (body.parameterId() == null)) {
            fields.fault("", "must name either ruleSetVersion or parameterId");
        }
        if (body.ruleSetVersion() != null
                && RuleSets.find(body.ruleSetVersion()).isEmpty()) {
            fields.fault("/ruleSetVersion", "is no rule set of any release");
        }
        return body.parameterId() == null ? null : fields.id("/parameterId", body.parameterId());
    }

    private void requireCandidate(UUID parameterId, FieldReader fields) {
        Proposed proposed = figures.find(parameterId).orElse(null);
        if (proposed == null) {
            fields.fault("/parameterId", "no figure " + parameterId + " is known here");
        } else if (!RuleBooks.ORDERS.figures().contains(proposed.figure().name())) {
            fields.fault(
                    "/parameterId",
                    "is a figure that no rule on orders uses",
                    "Only decisions on orders are kept, so only their figures can be tried.");
        } else if (proposed.isActive()) {
            throw new Conflict("parameter-active", "The figure counts already: there is nothing to try.");
        }
    }
}
