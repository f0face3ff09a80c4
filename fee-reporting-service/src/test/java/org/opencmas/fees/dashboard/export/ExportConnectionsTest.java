package org.opencmas.fees.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.dashboard.export.DashboardExport.Content;
import org.opencmas.fees.dashboard.export.DashboardExport.End;
import org.opencmas.fees.dashboard.export.DashboardExport.Format;
import org.opencmas.fees.dashboard.export.DashboardExport.Request;
import org.opencmas.fees.dashboard.export.DashboardExport.Totals;
import org.opencmas.fees.dashboard.sales.RowsLeftOff;
import org.opencmas.fees.dashboard.sales.SalesFilter;
import org.opencmas.terms.Usd;

@DisplayName(
        "An export keeps no connection from others while it is sent, and is not given up because the service was stopped")
class ExportConnectionsTest {
    private static final UUID ID = UUID.randomUUID();

    private int open;

    /** Connections that do nothing and are counted while they are open. */
    private DataSource dataSource() {
        return proxy(DataSource.class, method -> {
            open++;
            return proxy(Connection.class, call -> {
                if (call.equals("close")) {
                    open--;
                }
                return null;
            });
        });
    }

    private interface Answer {
        Object to(String method);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                ExportConnectionsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName())));
    }

    private static DashboardExport export(int starts, End end) {
        return new DashboardExport(
                ID,
                Content.LINES,
                Format.CSV,
                SalesFilter.of("/", null, null, "1994-Q1", null, 7L),
                new Request("ann", Instant.EPOCH),
                starts,
                end);
    }

    @Test
    void nothingIsOpenWhileAPieceIsSent() throws Exception {
        var exports = new DashboardExports() {
            @Override
            Optional<DashboardExport> find(Connection connection, UUID exportId) {
                return Optional.of(export(1, new End(Instant.EPOCH, null, new Totals(2, Usd.ZERO, Usd.ZERO, 2, "00"))));
            }

            @Override
            Optional<byte[]> part(Connection connection, UUID exportId, int part) {
                return part > 2 ? Optional.empty() : Optional.of(new byte[] {(byte) part});
            }
        };
        List<Byte> sent = new ArrayList<>();
        var resource = new DashboardExportResource(exports, null, null, dataSource(), Clock.systemUTC());
        var content = (StreamingOutput) resource.file(ID).getEntity();
        content.write(new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                assertThat(open).isZero();
                sent.add((byte) single);
            }
        });
        assertThat(sent).containsExactly((byte) 1, (byte) 2);
        assertThat(open).isZero();
    }

    /** Keeps how often the one export was begun. */
    private static final class OneExport extends DashboardExports {
        private int starts;
        private End end;

        @Override
        Optional<DashboardExport> findOpen(Connection connection) {
            return Optional.of(export(starts, end));
        }

        @Override
        void begin(Connection connection, UUID exportId) {
            starts++;
        }

        @Override
        void takeBack(Connection connection, UUID exportId) {
            starts--;
        }

        @Override
        void addPart(Connection connection, UUID exportId, int part, byte[] content) {
            assertThat(content).isNotEmpty();
        }

        @Override
        void end(Connection connection, UUID exportId, End ended) {
            end = ended;
        }
    }

    @Test
    void anOrderlyStopIsNoStart() throws SQLException {
        var exports = new OneExport();
        var write = new WriteExport(exports, new RowsLeftOff(), dataSource(), Clock.systemUTC());
        for (int stop = 0; stop < 6; stop++) {
            write.goOn(() -> true);
        }
        assertThat(exports.end).isNull();
        assertThat(exports.starts).isZero();
    }
}
