package org.opencmas.testkit.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The access table of one service: for every operation who may call it and whose rows it answers. It is kept by hand and never
 * generated, since it is what the service is compared with.
 *
 * <p>A line reads {@code operation,roles,rows}: roles divided by spaces or {@code anyone}; rows {@code all}, {@code agency},
 * {@code contractor} or {@code agency contractor}, for what a caller bound to an agency or a contractor sees of it.
 */
public final class AccessTable {
    /** In place of roles: the operation needs no token. */
    public static final String ANYONE = "anyone";

    private static final String HEADER = "operation,roles,rows";
    private static final Set<String> ROWS = Set.of("all", "agency", "contractor", "agency contractor");

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private AccessTable() {}

    /**
     * @param roles sorted; empty when anyone may call
     * @param rows whose objects a caller meets, see above
     */
    public record Row(String operation, Set<String> roles, String rows) {
        public boolean isPublic() {
            return roles.isEmpty();
        }

        boolean boundTo(String tenant) {
            return List.of(rows.split(" ")).contains(tenant);
        }
    }

    /** @throws IllegalArgumentException with the first line that is no row, or that names an operation again */
    public static AccessTable read(Path file) {
        try {
            AccessTable table = new AccessTable();
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
                throw new IllegalArgumentException(file + " does not begin with " + HEADER);
            }
            for (String line : lines.subList(1, lines.size())) {
                table.add(line, file);
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line, Path file) {
        String[] cells = line.split(",", -1);
        if (cells.length != 3 || !ROWS.contains(cells[2]) || cells[1].isBlank()) {
            throw new IllegalArgumentException(file + ": no row of " + HEADER + ": " + line);
        }
        Set<String> roles = new TreeSet<>(cells[1].equals(ANYONE) ? List.of() : Arrays.asList(cells[1].split(" ")));
        if (rows.put(cells[0], new Row(cells[0], roles, cells[2])) != null) {
            throw new IllegalArgumentException(file + ": " + cells[0] + " stands twice");
        }
    }

    public List<Row> rows() {
        return new ArrayList<>(rows.values());
    }

    /** @throws AssertionError when the table says nothing of that operation */
    Row of(String operation) {
        Row row = rows.get(operation);
        if (row == null) {
            throw new AssertionError("the access table says nothing of " + operation);
        }
        return row;
    }
}
