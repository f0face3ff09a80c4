package org.opencmas.longwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Eventually;

@DisplayName("Work in the background goes on after whatever befalls it, until the service stops")
class LongWorkLoopTest {
    /** Fails once with an error, once with the thread interrupted, and then waits for nothing. */
    private static final class Failing implements LongWork {
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch askedThrice = new CountDownLatch(3);

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public boolean isWaiting(Connection connection) {
            askedThrice.countDown();
            switch (asked.incrementAndGet()) {
                case 1 -> throw new StackOverflowError("of the work");
                case 2 -> {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted");
                }
                default -> {
                    return false;
                }
            }
        }

        @Override
        public void goOn(Stopping stopping) {
            throw new AssertionError("nothing waits");
        }
    }

    private static DataSource connections() {
        Connection connection = (Connection) Proxy.newProxyInstance(
                LongWorkLoopTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> null);
        return (DataSource) Proxy.newProxyInstance(
                LongWorkLoopTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection);
    }

    @Test
    void neitherAnErrorNorAnInterruptEndsIt() throws InterruptedException {
        var work = new Failing();
        var loop = new LongWorkLoop(List.of(work), connections());
        loop.start(new StartupEvent());
        try {
            assertThat(work.askedThrice.await(Eventually.PATIENCE.toMinutes(), TimeUnit.MINUTES))
                    .isTrue();
        } finally {
            loop.stop(new ShutdownEvent());
        }
    }
}
