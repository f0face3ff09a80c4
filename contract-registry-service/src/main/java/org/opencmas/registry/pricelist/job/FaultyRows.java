package org.opencmas.registry.pricelist.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.opencmas.problem.Fault;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;
import org.opencmas.sql.StorableJson;

/** The stored faulty rows of imports, and the rows that were sent to be read in their place. */
@ApplicationScoped
class FaultyRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};
    private static final RowsStatement<Kept> INSERT = Columns.<Kept>of("import_id", "uuid", Kept::importId)
            .and("fault_number", "int", kept -> kept.row.number())
            .and("sheet", "text", kept -> kept.row.sheet())
            .and("row_number", "bigint", kept -> kept.row.row())
            .and("cells", "jsonb", kept -> write(kept.row.cells()))
            .and("faults", "jsonb", kept -> write(kept.row.faults()))
            .insert("price_list_import_fault");
    private static final RowsStatement<KeptCorrection> INSERT_CORRECTION = Columns.<KeptCorrection>of(
                    "import_id", "uuid", KeptCorrection::importId)
            .and("sheet", "text", kept -> kept.place.sheet())
            .and("row_number", "bigint", kept -> kept.place.row())
            .and("cells", "jsonb", kept -> write(kept.cells))
            .insert("price_list_import_correction");

    private final DataSource dataSource;

    FaultyRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Which row of a file. */
    record Place(String sheet, long row) {}

    private record Kept(UUID importId, FaultyRow row) {}

    private record KeptCorrection(UUID importId, Place place, Map<String, String> cells) {}

    void insert(UUID importId, Collection<FaultyRow> rows) {
        send(INSERT, rows.stream().map(row -> new Kept(importId, row)).toList());
    }

    /** @param corrections cells by title, none for a row that is left out */
    void insertCorrections(UUID importId, Map<Place, Map<String, String>> corrections) {
        send(
                INSERT_CORRECTION,
                corrections.entrySet().stream()
                        .map(each -> new KeptCorrection(importId, each.getKey(), each.getValue()))
                        .toList());
    }

    private <T> void send(RowsStatement<T> insert, Collection<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            RoundTrip statements = new RoundTrip();
            insert.addTo(statements, rows);
            statements.send(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows could not be stored", e);
        }
    }

    /** In the order of the file, after that one. */
    List<FaultyRow> list(UUID importId, int afterNumber, int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select fault_number, sheet, row_number, cells, faults from price_list_import_fault"
                                + " where import_id = ? and fault_number > ? order by fault_number limit ?")) {
            select.setObject(1, importId);
            select.setInt(2, afterNumber);
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
                List<FaultyRow> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new FaultyRow(
                            row.getInt(1),
                            row.getString(2),
                            row.getLong(3),
                            read(row.getString(4), CELLS),
                            read(row.getString(5), FAULTS)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the faulty rows could not be read", e);
        }
    }

    Map<Place, Map<String, String>> corrections(UUID importId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select sheet, row_number, cells from price_list_import_correction where import_id = ?")) {
            select.setObject(1, importId);
            try (ResultSet row = select.executeQuery()) {
                Map<Place, Map<String, String>> found = new HashMap<>();
                while (row.next()) {
                    found.put(new Place(row.getString(1), row.getLong(2)), read(row.getString(3), CELLS));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the corrections could not be read", e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(Object value) {
        try {
            return StorableJson.of(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
