package org.opencmas.compliance.ordercheck;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencmas.compliance.ordercheck.rule.Parameter;
import org.opencmas.compliance.ordercheck.rule.ParameterName;

/** Reads the figures as they stand on a day: of each, the latest one valid by then that a second person activated. */
@Singleton
class FiguresInForce {
    private static final String SELECT = """
            select distinct on (name) name, value, valid_from, source, confidence
              from parameter where activated_at is not null and valid_from <= ? and name = any (?)
             order by name, valid_from desc, activated_at desc
            """;

    /** A figure that a newer release knows and this one does not is passed over. */
    private static final Object[] NAMES =
            Arrays.stream(ParameterName.values()).map(ParameterName::name).toArray();

    List<Parameter> on(Connection connection, LocalDate day) throws SQLException {
        List<Parameter> figures = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, day);
            select.setArray(2, connection.createArrayOf("text", NAMES));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    figures.add(new Parameter(
                            ParameterName.valueOf(row.getString("name")),
                            row.getBigDecimal("value"),
                            row.getObject("valid_from", LocalDate.class),
                            row.getString("source"),
                            row.getString("confidence")));
                }
            }
        }
        return figures;
    }
}
