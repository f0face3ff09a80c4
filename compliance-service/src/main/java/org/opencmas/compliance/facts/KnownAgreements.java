package org.opencmas.compliance.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.compliance.copy.CopyState;
import org.opencmas.compliance.copy.VersionedCache;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.sql.Columns;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Reads the copy of agreements, and caches them until a copy changes. */
@ApplicationScoped
class KnownAgreements {
    private static final String SELECT = """
            select cmas_number, contractor_id, contractor_name, status, supplement_number, effective_on, term_start, term_end,
                for_use_by, nsp_provision, travel_allowed, state_order_limit, listed_certifications, version, status_since,
                status_timeline
              from agreement_snapshot where cmas_number = any ((select ?::text[])::text[])
             order by cmas_number, effective_on, version
            """;

    private static final Columns<CmasNumber> STEMS = Columns.of("stem", "text", KnownAgreements::stem);

    /** A stem is followed by digits and a capital letter only; the range lets the index find what begins with it. */
    private static final String SELECT_ALIKE = """
            select given.place, alike.cmas_number
              from %s
             cross join lateral (
                select distinct cmas_number from agreement_snapshot
                 where cmas_number between given.stem and given.stem || 'Z' and cmas_number like given.stem || '%%'
                 order by cmas_number limit 10) alike
             order by given.place, alike.cmas_number
            """.formatted(STEMS.given());

    private final VersionedCache<CmasNumber, AgreementHistory> histories = new VersionedCache<>();

    /** All snapshots of the numbers that are known; an unknown number is absent. They are cached until a copy changes. */
    Map<CmasNumber, AgreementHistory> histories(Connection connection, CopyState state, Collection<CmasNumber> numbers)
            throws SQLException {
        return histories.get(state.version(), numbers, unread -> read(connection, unread));
    }

    /** One event's snapshot, with what the event said of the status. */
    private record Snapshot(long version, Agreement agreement, StatusTimeline.Reported status) {}

    private static Map<CmasNumber, AgreementHistory> read(Connection connection, Collection<CmasNumber> numbers)
            throws SQLException {
        Map<CmasNumber, List<Snapshot>> snapshots = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Agreement agreement = agreement(row);
                    snapshots
                            .computeIfAbsent(agreement.cmas(), first -> new ArrayList<>())
                            .add(new Snapshot(row.getLong("version"), agreement, reported(row, agreement.status())));
                }
            }
        }
        Map<CmasNumber, AgreementHistory> read = new HashMap<>();
        snapshots.forEach((cmas, known) -> read.put(cmas, history(known)));
        return read;
    }

    private static AgreementHistory history(List<Snapshot> byEffectiveDay) {
        return new AgreementHistory(
                byEffectiveDay.stream().map(Snapshot::agreement).toList(),
                StatusTimeline.of(byEffectiveDay.stream()
                        .sorted(Comparator.comparingLong(Snapshot::version))
                        .map(Snapshot::status)
                        .toList()));
    }

    /** For each unknown number, known ones that differ from it in the letter at the end only. */
    Map<CmasNumber, List<CmasNumber>> lookAlikes(Connection connection, Collection<CmasNumber> unknown)
            throws SQLException {
        if (unknown.isEmpty()) {
            return Map.of();
        }
        List<CmasNumber> places = List.copyOf(unknown);
        Map<CmasNumber, List<CmasNumber>> alike = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_ALIKE)) {
            STEMS.bind(select, 1, places);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    alike.computeIfAbsent(places.get(row.getInt("place") - 1), first -> new ArrayList<>())
                            .add(CmasNumber.parse(row.getString("cmas_number")));
                }
            }
        }
        // One of them may have become known a moment ago.
        alike.forEach((number, numbers) -> numbers.remove(number));
        return alike;
    }

    private static String stem(CmasNumber cmas) {
        String canonical = cmas.canonical();
        return cmas.suffix().isPresent() ? canonical.substring(0, canonical.length() - 1) : canonical;
    }

    private static StatusTimeline.Reported reported(ResultSet row, Agreement.Status status) throws SQLException {
        String timeline = row.getString("status_timeline");
        return new StatusTimeline.Reported(
                new StatusTimeline.Since(status, row.getObject("status_since", LocalDate.class)),
                timeline == null ? null : FactsJson.statusTimeline(timeline));
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        var limit = row.getBigDecimal("state_order_limit");
        return new Agreement(
                CmasNumber.parse(row.getString("cmas_number")),
                row.getObject("contractor_id", UUID.class),
                row.getString("contractor_name"),
                Agreement.Status.valueOf(row.getString("status")),
                row.getInt("supplement_number"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("term_start", LocalDate.class),
                row.getObject("term_end", LocalDate.class),
                Agreement.ForUseBy.valueOf(row.getString("for_use_by")),
                row.getBoolean("nsp_provision"),
                row.getObject("travel_allowed", Boolean.class),
                limit == null ? null : Usd.of(limit),
                FactsJson.certificates(row.getString("listed_certifications")),
                false,
                false);
    }
}
