package org.opencmas.compliance.parameter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.copy.CopyState;
import org.opencmas.compliance.copy.VersionedCache;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.sql.Answer;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;

/**
 * Reads the figures that a rule book uses as they stand on a day: of each, the latest one valid by then that a second person
 * activated. Those of a book and a day are cached until a copy or a figure changes.
 */
@ApplicationScoped
public class FiguresInForce {
    private static final Columns<LocalDate> DAYS = Columns.of("day", "date", day -> day);
    private static final String SELECT = """
            select distinct on (day, name) day, name, value, valid_from, source, confidence
              from %s
              join parameter on valid_from <= day
             where activated_at <= coalesce((select ?::timestamptz), 'infinity') and name = any ((select ?::text[])::text[])
             order by day, name, valid_from desc, activated_at desc
            """.formatted(DAYS.given());

    private final Map<Set<ParameterName>, VersionedCache<LocalDate, List<Parameter>>> byNames =
            new ConcurrentHashMap<>();

    /**
     * By day; a day on which none of them was in force is absent.
     *
     * @param names the figures of a rule book, {@link org.opencmas.compliance.rule.judging.RuleBook#figures}
     */
    public Map<LocalDate, List<Parameter>> on(
            Connection connection, CopyState state, Collection<LocalDate> days, Set<ParameterName> names)
            throws SQLException {
        return byNames.computeIfAbsent(names, first -> new VersionedCache<>())
                .get(state.version(), days, unread -> read(connection, unread, names, null));
    }

    /** Those of one day, asked by themselves. */
    public List<Parameter> of(Connection connection, LocalDate day, Set<ParameterName> names) throws SQLException {
        RoundTrip first = new RoundTrip();
        Answer<CopyState> state = CopyState.ask(first);
        first.send(connection);
        return on(connection, state.get(), List.of(day), names).getOrDefault(day, List.of());
    }

    /**
     * Those of one day as they were known at a moment: what was activated later, also for that day, is left out.
     *
     * @param at an activation of that very moment counts
     */
    public List<Parameter> knownAt(Connection connection, Instant at, LocalDate day, Set<ParameterName> names)
            throws SQLException {
        return read(connection, List.of(day), names, at).getOrDefault(day, List.of());
    }

    private static Map<LocalDate, List<Parameter>> read(
            Connection connection, Collection<LocalDate> days, Set<ParameterName> names, @Nullable Instant knownAt)
            throws SQLException {
        Map<LocalDate, List<Parameter>> figures = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            int next = DAYS.bind(select, 1, days);
            select.setObject(next, knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC));
            select.setArray(
                    next + 1,
                    connection.createArrayOf(
                            "text", names.stream().map(ParameterName::name).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    figures.computeIfAbsent(row.getObject("day", LocalDate.class), first -> new ArrayList<>())
                            .add(figure(row));
                }
            }
        }
        return figures;
    }

    private static Parameter figure(ResultSet row) throws SQLException {
        return new Parameter(
                ParameterName.valueOf(row.getString("name")),
                row.getBigDecimal("value"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("source"),
                row.getString("confidence"));
    }
}
