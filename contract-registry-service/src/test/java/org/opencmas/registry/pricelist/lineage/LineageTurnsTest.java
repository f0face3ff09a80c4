package org.opencmas.registry.pricelist.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.problem.Unavailable;
import org.opencmas.registry.pricelist.PublishedList;
import org.opencmas.testkit.Eventually;

@DisplayName("Comparing lists takes so many connections and no more, whoever asks")
class LineageTurnsTest {
    private static PublishedList list(String sha256) {
        return new PublishedList(
                UUID.randomUUID(), "4-26-01-0001A", 0, LocalDate.of(2026, 1, 1), 1, 1, sha256, Instant.EPOCH);
    }

    @Test
    void oneMoreIsToldToComeBack() throws InterruptedException {
        var taken = new CountDownLatch(Lineage.AT_ONCE);
        var held = new CountDownLatch(1);
        DataSource busy = (DataSource) Proxy.newProxyInstance(
                LineageTurnsTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    taken.countDown();
                    held.await();
                    throw new SQLException("given up");
                });
        var lineage = new Lineage(busy);
        try {
            for (int i = 0; i < Lineage.AT_ONCE; i++) {
                Thread.ofVirtual()
                        .start(() -> assertThatThrownBy(() -> lineage.changes(list("a"), list("b"), null, 50))
                                .isInstanceOf(IllegalStateException.class));
            }
            assertThat(taken.await(Eventually.PATIENCE.toMinutes(), TimeUnit.MINUTES))
                    .isTrue();
            assertThatThrownBy(() -> lineage.changes(list("a"), list("b"), null, 50))
                    .isInstanceOf(Unavailable.class);
            assertThat(lineage.changes(list("a"), list("a"), null, 50).found()).isEmpty();
        } finally {
            held.countDown();
        }
    }
}
