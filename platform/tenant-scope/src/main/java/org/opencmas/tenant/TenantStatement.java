package org.opencmas.tenant;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is sent together with the setting of its {@link Tenant}. To its caller it is the statement alone: parameters count
 * from its own first one, and the answer to the setting is passed over.
 */
final class TenantStatement implements InvocationHandler {
    static final String TELL = "select set_config('cmas.tenant', %s, true)";

    private final TenantConnection connection;
    private final Statement statement;
    /** Null for a statement whose text is given when it is executed. */
    private final @Nullable PreparedStatement prepared;

    private final boolean alone;

    private TenantStatement(
            TenantConnection connection, Statement statement, @Nullable PreparedStatement prepared, boolean alone) {
        this.connection = connection;
        this.statement = statement;
        this.prepared = prepared;
        this.alone = alone;
    }

    /**
     * The text of both statements.
     *
     * @param value the setting, as a parameter or a literal
     * @param alone whether the two need a transaction around them
     */
    static String withTenant(String sql, String value, boolean alone) {
        String both = TELL.formatted(value) + "; " + sql;
        // On a line of its own, should the statement end with a comment.
        return alone ? "begin; " + both + "\n; commit" : both;
    }

    /** @param statement prepared from the text of both, with the setting as its first parameter */
    static PreparedStatement of(TenantConnection connection, PreparedStatement statement, boolean alone) {
        return (PreparedStatement) Proxy.newProxyInstance(
                TenantStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new TenantStatement(connection, statement, statement, alone));
    }

    static Statement of(TenantConnection connection, Statement statement) {
        return (Statement) Proxy.newProxyInstance(
                TenantStatement.class.getClassLoader(),
                new Class<?>[] {Statement.class},
                new TenantStatement(connection, statement, null, false));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("execute")
                || name.equals("executeQuery")
                || name.equals("executeUpdate")
                || name.equals("executeLargeUpdate")) {
            return prepared == null ? execute(method, arguments) : execute(name, prepared);
        }
        if (prepared != null && name.equals("addBatch")) {
            throw new SQLFeatureNotSupportedException(
                    "a batch cannot begin a transaction: send its rows in one statement, or another statement before it");
        }
        if (name.equals("equals")) {
            return arguments != null && proxy == arguments[0];
        }
        if (name.equals("hashCode")) {
            return System.identityHashCode(proxy);
        }
        if (prepared != null && arguments != null && arguments.length > 1 && name.startsWith("set")) {
            // Those with one argument are about the statement itself.
            arguments[0] = (Integer) arguments[0] + 1;
        }
        return TenantConnection.call(statement, method, arguments);
    }

    private Object execute(String name, PreparedStatement both) throws SQLException {
        if (connection.isAlone() != alone) {
            throw new SQLException("prepared before its transaction began: prepare it within");
        }
        String setting = Tenant.current().setting();
        both.setString(1, setting);
        return answer(name, setting, alone, both::execute);
    }

    private @Nullable Object execute(Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments == null
                || arguments.length != 1
                || isAboutSession((String) arguments[0])
                || !connection.mustTell()) {
            return TenantConnection.call(statement, method, arguments);
        }
        String setting = Tenant.current().setting();
        boolean single = connection.isAlone();
        String both = withTenant((String) arguments[0], "'" + setting.replace("'", "''") + "'", single);
        return answer(method.getName(), setting, single, () -> statement.execute(both));
    }

    /** Some settings of a transaction must come before its first query, and none of them concerns a row. */
    private static boolean isAboutSession(String sql) {
        return sql.regionMatches(true, 0, "set ", 0, "set ".length());
    }

    private interface Sending {
        boolean send() throws SQLException;
    }

    private Object answer(String name, String setting, boolean single, Sending both) throws SQLException {
        try {
            both.send();
        } catch (SQLException e) {
            if (single) {
                connection.leaveFailed();
            }
            throw e;
        }
        if (single) {
            // Past the answer to the begin.
            statement.getMoreResults();
        } else {
            connection.told(setting);
        }
        boolean rows = statement.getMoreResults();
        if (name.equals("execute")) {
            return rows;
        }
        if (name.equals("executeQuery")) {
            ResultSet found = statement.getResultSet();
            if (found == null) {
                throw new SQLException("the statement gives no rows back");
            }
            return found;
        }
        if (rows) {
            throw new SQLException("the statement gives rows back");
        }
        return name.equals("executeUpdate") ? (Object) statement.getUpdateCount() : statement.getLargeUpdateCount();
    }
}
