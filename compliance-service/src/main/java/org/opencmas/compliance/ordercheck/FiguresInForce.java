package org.opencmas.compliance.ordercheck;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.compliance.ordercheck.rule.Parameter;
import org.opencmas.compliance.ordercheck.rule.ParameterName;

/**
 * Reads the figures as they stand on a day: of each, the latest one valid by then that a second person activated. Those of a day are
 * remembered until a copy or a figure changes.
 */
@Singleton
class FiguresInForce {
    private static final String SELECT = """
            select distinct on (wanted.day, name) wanted.day, name, value, valid_from, source, confidence
              from unnest((select ?::text[])::date[]) as wanted (day)
              join parameter on valid_from <= wanted.day
             where activated_at is not null and name = any ((select ?::text[])::text[])
             order by wanted.day, name, valid_from desc, activated_at desc
            """;

    /** A figure that a newer release knows and this one does not is passed over. */
    private static final List<ParameterName> NAMES = Arrays.asList(ParameterName.values());

    private final Remembered<LocalDate, List<Parameter>> figures = new Remembered<>();

    /** By day; a day on which no figure was in force is absent. */
    Map<LocalDate, List<Parameter>> on(Connection connection, CopyState state, Collection<LocalDate> days)
            throws SQLException {
        return figures.get(state.version(), days, unread -> read(connection, unread));
    }

    private static Map<LocalDate, List<Parameter>> read(Connection connection, Collection<LocalDate> days)
            throws SQLException {
        Map<LocalDate, List<Parameter>> figures = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(1, SqlArrays.texts(connection, days, LocalDate::toString));
            select.setArray(2, SqlArrays.texts(connection, NAMES, ParameterName::name));
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
