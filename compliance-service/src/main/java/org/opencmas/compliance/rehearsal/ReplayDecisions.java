package org.opencmas.compliance.rehearsal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.parameter.ProposedFigures;
import org.opencmas.compliance.parameter.ProposedFigures.Proposed;
import org.opencmas.compliance.rehearsal.Candidate.Flip;
import org.opencmas.compliance.rehearsal.Unreplayable.Reason;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.ruleset.RuleSets;
import org.opencmas.longwork.LongWork;
import org.opencmas.longwork.Stopping;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/**
 * Tries the candidates on the stored decisions, the one that waits longest first, page by page; each page is a transaction with the note how
 * far it is. A receipt that cannot be replayed is told with its reason, and the next one is tried. One that was begun five times without
 * coming forward is given up.
 */
@ApplicationScoped
class ReplayDecisions implements LongWork {
    private static final int MOST_STARTS = 5;

    /** A receipt may have more than a megabyte. */
    private static final int PAGE = 50;

    private static final ObjectReader FINDINGS = FactsJson.reader(new TypeReference<List<Finding>>() {});

    private static final String SELECT = """
            select e.evaluation_id, e.agency_id, e.agency_order_number, e.amendment_number, e.facts, e.findings
              from evaluation e join rehearsal r on r.rehearsal_id = ?
             where e.evaluated_at <= r.asked_at and (r.last_evaluation is null or e.evaluation_id > r.last_evaluation)
             order by e.evaluation_id limit ?
            """;
    private static final String NOTE = """
            update rehearsal set replayed = replayed + ?, unreadable = unreadable + ?, last_evaluation = ?, starts = 0
             where rehearsal_id = ?
            """;
    private static final String FLIP = """
            insert into rehearsal_flip (rehearsal_id, evaluation_id, agency_id, agency_order_number, amendment_number, decision_then,
                decision_now, rules, total)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UNREPLAYED = """
            insert into rehearsal_unread (rehearsal_id, evaluation_id, agency_id, agency_order_number, amendment_number, reason)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String BEGIN = """
            update rehearsal set starts = starts + 1,
                   decisions_found = coalesce(decisions_found, (select count(*) from evaluation where evaluated_at <= asked_at))
             where rehearsal_id = ? and starts < ?
            """;
    private static final Logger LOG = Logger.getLogger(ReplayDecisions.class);

    private final DataSource dataSource;
    private final Rehearsals rehearsals;
    private final ProposedFigures figures;
    private final Clock clock;

    ReplayDecisions(DataSource dataSource, Rehearsals rehearsals, ProposedFigures figures, Clock clock) {
        this.dataSource = dataSource;
        this.rehearsals = rehearsals;
        this.figures = figures;
        this.clock = clock;
    }

    /** A stored decision. */
    private record Decided(
            UUID evaluationId,
            UUID agencyId,
            String agencyOrderNumber,
            int amendmentNumber,
            String facts,
            String findings) {}

    @Override
    public String name() {
        return "decision-rehearsal";
    }

    @Override
    public boolean isWaiting(Connection connection) throws SQLException {
        return rehearsals.findOpen(connection).isPresent();
    }

    @Override
    public void goOn(Stopping stopping) throws SQLException {
        Optional<Rehearsal> begun = QuarkusTransaction.requiringNew().call(this::begin);
        if (begun.isEmpty()) {
            return;
        }
        Rehearsal rehearsal = begun.get();
        boolean isMore = true;
        while (isMore && !stopping.isAsked()) {
            isMore = QuarkusTransaction.requiringNew().call(() -> replayPage(rehearsal));
        }
    }

    /** Counts the start; one that was begun too often is given up, and nothing is begun. */
    private Optional<Rehearsal> begin() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Optional<Rehearsal> open = rehearsals.findOpen(connection);
            if (open.isEmpty()) {
                return open;
            }
            UUID id = open.get().rehearsalId();
            try (PreparedStatement update = connection.prepareStatement(BEGIN)) {
                update.setObject(1, id);
                update.setInt(2, MOST_STARTS);
                if (update.executeUpdate() == 1) {
                    return open;
                }
            }
            end(connection, id, "FAILED", "It was begun " + MOST_STARTS + " times and did not come forward.");
            return Optional.empty();
        }
    }

    /** Replays the next page; false when that was the last. */
    private boolean replayPage(Rehearsal rehearsal) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<Decided> page = page(connection, rehearsal.rehearsalId());
            int unreadable = 0;
            Candidate candidate = candidate(rehearsal);
            try (PreparedStatement flips = connection.prepareStatement(FLIP);
                    PreparedStatement unreplayed = connection.prepareStatement(UNREPLAYED)) {
                for (Decided decided : page) {
                    try {
                        replay(flips, rehearsal.rehearsalId(), candidate, decided);
                    } catch (Unreplayable told) {
                        LOG.warnf(told, "receipt %s cannot be replayed", decided.evaluationId());
                        unreadable++;
                        tell(unreplayed, rehearsal.rehearsalId(), decided, told.reason());
                    }
                }
                flips.executeBatch();
                unreplayed.executeBatch();
            }
            if (!page.isEmpty()) {
                note(connection, rehearsal.rehearsalId(), page, unreadable);
            }
            if (page.size() < PAGE) {
                end(connection, rehearsal.rehearsalId(), "DONE", null);
            }
            return page.size() == PAGE;
        }
    }

    private Candidate candidate(Rehearsal rehearsal) {
        UUID parameterId = rehearsal.parameterId();
        return new Candidate(
                RuleSets.find(rehearsal.ruleSetVersion())
                        .orElseThrow(() -> new IllegalStateException("no rule set " + rehearsal.ruleSetVersion())),
                parameterId == null
                        ? null
                        : figures.find(parameterId).map(Proposed::figure).orElseThrow(),
                ProgramCalendar.dateOf(rehearsal.asked().at()));
    }

    private static List<Decided> page(Connection connection, UUID rehearsalId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, rehearsalId);
            select.setInt(2, PAGE);
            List<Decided> page = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(new Decided(
                            row.getObject("evaluation_id", UUID.class),
                            row.getObject("agency_id", UUID.class),
                            row.getString("agency_order_number"),
                            row.getInt("amendment_number"),
                            row.getString("facts"),
                            row.getString("findings")));
                }
            }
            return page;
        }
    }

    /** @throws Unreplayable when nothing can be said of the receipt */
    private static void replay(PreparedStatement insert, UUID rehearsalId, Candidate candidate, Decided decided)
            throws SQLException {
        Optional<Replayed> replayed = replayed(candidate, decided);
        if (replayed.isPresent()) {
            Flip flip = replayed.get().flip();
            bind(insert, rehearsalId, decided);
            insert.setString(6, flip.then().name());
            insert.setString(7, flip.now().name());
            insert.setArray(
                    8, insert.getConnection().createArrayOf("text", flip.rules().toArray()));
            insert.setBigDecimal(9, replayed.get().total().amount());
            insert.addBatch();
        }
    }

    /** A flipped decision with the total of its order. */
    private record Replayed(Flip flip, Usd total) {}

    /** What an old release stored may be odd in ways that nobody thought of; one such receipt must not end what is said of all others. */
    private static Optional<Replayed> replayed(Candidate candidate, Decided decided) {
        OrderFacts facts;
        List<Finding> then;
        try {
            facts = Objects.requireNonNull(FactsJson.facts(decided.facts()));
            then = Objects.requireNonNull(FactsJson.read(FINDINGS, decided.findings()));
        } catch (RuntimeException unreadable) {
            throw new Unreplayable(Reason.UNREADABLE, unreadable);
        }
        try {
            return candidate
                    .flip(facts, then)
                    .map(flip -> new Replayed(flip, facts.order().total()));
        } catch (Unreplayable told) {
            throw told;
        } catch (RuntimeException failed) {
            throw new Unreplayable(Reason.RULES_FAILED, failed);
        }
    }

    private static void tell(PreparedStatement insert, UUID rehearsalId, Decided decided, Reason reason)
            throws SQLException {
        bind(insert, rehearsalId, decided);
        insert.setString(6, reason.name());
        insert.addBatch();
    }

    private static void bind(PreparedStatement insert, UUID rehearsalId, Decided decided) throws SQLException {
        insert.setObject(1, rehearsalId);
        insert.setObject(2, decided.evaluationId());
        insert.setObject(3, decided.agencyId());
        insert.setString(4, decided.agencyOrderNumber());
        insert.setInt(5, decided.amendmentNumber());
    }

    private static void note(Connection connection, UUID rehearsalId, List<Decided> page, int unreadable)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(NOTE)) {
            update.setInt(1, page.size());
            update.setInt(2, unreadable);
            update.setObject(3, page.getLast().evaluationId());
            update.setObject(4, rehearsalId);
            update.executeUpdate();
        }
    }

    private void end(Connection connection, UUID rehearsalId, String state, @Nullable String failure)
            throws SQLException {
        String sql = "update rehearsal set state = ?, failure = ?, ended_at = ?, showed = ? where rehearsal_id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, state);
            update.setString(2, failure);
            update.setObject(3, clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            update.setString(4, FactsJson.text(RehearsalSums.of(connection, rehearsalId)));
            update.setObject(5, rehearsalId);
            update.executeUpdate();
        }
    }
}
