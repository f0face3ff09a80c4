package org.opencmas.testkit.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells which statements read a table that grows with every order from end to end, as the application sees it: where a policy hides rows, an
 * index serves no condition that could tell what it looked at, such as a cast or a function of a column, and nothing but the plan shows it.
 */
public final class IndexedReads {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(select|with|insert|update|delete)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\?");
    /** What takes all rows before it gives one. */
    private static final Set<String> TAKES_ALL = Set.of("Sort", "Hash", "Aggregate", "WindowAgg", "ModifyTable");

    private final Set<String> tables;

    private IndexedReads(Set<String> tables) {
        this.tables = tables;
    }

    /**
     * Plans every statement that a class of a service keeps as a constant; see {@link #readWhole(JavaClasses, DataSource, Set)}.
     *
     * @param packageName of the service
     */
    public static SortedSet<String> readWhole(String packageName, DataSource application, Set<String> tables)
            throws SQLException {
        return readWhole(
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(packageName),
                application,
                tables);
    }

    /**
     * Plans every statement that a class keeps as a constant, for any values of its parameters, with tables that are read whole only where
     * nothing else is possible. A first page by an index reads no table whole. What is a part of a statement is none, and is passed over.
     *
     * @param application connects as the service does
     * @return each as {@code Class.CONSTANT: table}
     */
    static SortedSet<String> readWhole(JavaClasses classes, DataSource application, Set<String> tables)
            throws SQLException {
        var reads = new IndexedReads(tables);
        SortedSet<String> whole = new TreeSet<>();
        int planned = 0;
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            for (JavaClass each : classes) {
                for (Field constant : each.reflect().getDeclaredFields()) {
                    JsonNode plan = plan(connection, statement, sql(constant));
                    if (plan != null) {
                        planned++;
                        reads.note(plan, false, each.getSimpleName() + "." + constant.getName() + ": ", whole);
                    }
                }
            }
            connection.rollback();
        }
        if (planned == 0) {
            throw new IllegalStateException("no statement was found");
        }
        return whole;
    }

    private void note(JsonNode node, boolean isLimited, String statement, Set<String> whole) {
        String type = node.path("Node Type").asText();
        String table = node.path("Relation Name").asText();
        boolean isScan = type.equals("Seq Scan") || type.startsWith("Index") && !node.has("Index Cond");
        if (isScan && !isLimited && tables.contains(table)) {
            whole.add(statement + table);
        }
        for (JsonNode child : node.path("Plans")) {
            boolean isInput = !child.path("Parent Relationship").asText().endsWith("Plan");
            note(child, type.equals("Limit") || isLimited && isInput && !TAKES_ALL.contains(type), statement, whole);
        }
    }

    private static @Nullable String sql(Field constant) {
        if (!Modifier.isStatic(constant.getModifiers()) || constant.getType() != String.class) {
            return null;
        }
        try {
            constant.setAccessible(true);
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constant + " cannot be read", e);
        }
    }

    private static @Nullable JsonNode plan(Connection connection, Statement statement, @Nullable String sql)
            throws SQLException {
        if (sql == null || !STATEMENT.matcher(sql).matches()) {
            return null;
        }
        var number = new AtomicInteger();
        String numbered = PARAMETER.matcher(sql).replaceAll(found -> "\\$" + number.incrementAndGet());
        Savepoint before = connection.setSavepoint();
        try (ResultSet row = statement.executeQuery("explain (generic_plan, format json) " + numbered)) {
            row.next();
            return JSON.readTree(row.getString(1)).path(0).path("Plan");
        } catch (SQLException part) {
            connection.rollback(before);
            return null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL explained a plan in what is no JSON", e);
        }
    }
}
