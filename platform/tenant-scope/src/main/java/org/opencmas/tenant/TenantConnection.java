package org.opencmas.tenant;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * A connection that puts the {@link Tenant} before the first statement of each transaction, in the same round trip, and again where it
 * changes within one. The setting is the transaction's own, so a connection that goes back to its pool carries nothing to the next.
 * A statement without a transaction gets one around it, since the setting would be gone before the statement began.
 *
 * <p>While no tenant is set nothing is added, and the policies show no tenant's row. What goes past the statements of JDBC, as
 * {@code COPY} does, is for the tenant of the transaction's last statement.
 */
final class TenantConnection implements InvocationHandler {
    private final BaseConnection connection;

    /** What this transaction was told. */
    private String told = "";

    private TenantConnection(BaseConnection connection) {
        this.connection = connection;
    }

    static Connection of(BaseConnection connection) {
        return (Connection) Proxy.newProxyInstance(
                TenantConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new TenantConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "prepareStatement" -> prepare(method, arguments);
            case "createStatement" -> TenantStatement.of(this, (Statement) call(connection, method, arguments));
            case "commit", "rollback", "setAutoCommit" -> {
                // A rollback to a savepoint may take the setting back with it.
                told = "";
                yield call(connection, method, arguments);
            }
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call(connection, method, arguments);
        };
    }

    private PreparedStatement prepare(Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments == null || !mustTell()) {
            return (PreparedStatement) call(connection, method, arguments);
        }
        if (arguments.length == 2) {
            // It gives generated keys back, which would be looked for in the answer to the setting.
            tellNow();
            return (PreparedStatement) call(connection, method, arguments);
        }
        boolean alone = connection.getAutoCommit();
        arguments[0] = TenantStatement.withTenant((String) arguments[0], "?", alone);
        return TenantStatement.of(this, (PreparedStatement) call(connection, method, arguments), alone);
    }

    /** Whether the next statement would run for somebody else than the work being done here is for. */
    boolean mustTell() {
        if (connection.getTransactionState() == TransactionState.IDLE) {
            told = "";
        }
        return !Tenant.current().setting().equals(told);
    }

    void told(String setting) {
        told = setting;
    }

    boolean isAlone() throws SQLException {
        return connection.getAutoCommit();
    }

    /** Leaves the transaction that was opened around a statement that failed. */
    void leaveFailed() throws SQLException {
        if (connection.getTransactionState() != TransactionState.IDLE) {
            try (Statement rollback = connection.createStatement()) {
                rollback.execute("rollback");
            }
        }
    }

    private void tellNow() throws SQLException {
        if (isAlone()) {
            throw new SQLException("a statement that gives generated keys back needs a transaction");
        }
        String setting = Tenant.current().setting();
        try (PreparedStatement tell = connection.prepareStatement(TenantStatement.TELL.formatted("?"))) {
            tell.setString(1, setting);
            tell.execute();
        }
        told = setting;
    }

    /** Null for what gives nothing back, as a method of the driver does. */
    @SuppressWarnings("NullAway")
    static Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
