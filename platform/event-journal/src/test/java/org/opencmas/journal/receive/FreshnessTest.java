package org.opencmas.journal.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.journal.ServiceFixture.await;
import static org.opencmas.journal.ServiceFixture.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.Effects;
import org.opencmas.journal.Freshness;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.broker.Topics;
import org.opencmas.journal.receive.handling.Progress.Partition;

@DisplayName("asOf is the position up to which everything took effect here, whatever some partition is ahead")
final class FreshnessTest {

    private static final Partition FIRST = new Partition("cmas.orders", 0);
    private static final Partition SECOND = new Partition("cmas.orders", 1);

    private ServiceFixture service;
    private Effects effects;

    @BeforeEach
    void start() throws Exception {
        service = new ServiceFixture(2);
        effects = new Effects(service);
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
    }

    @Test
    void thePartitionFurthestBehindCounts() throws Exception {
        BatchHandling batches =
                ServiceFixture.Following.of(service, List.of(effects)).batches();
        batches.topology().follow(Map.of("cmas.orders", 2));

        // Of the second partition nothing has come yet: it may hold any of the positions before.
        batches.handle(List.of(delivery(FIRST, 5)));
        assertThat(asOf()).isZero();

        batches.handle(List.of(delivery(SECOND, 3)));
        assertThat(asOf()).isEqualTo(3);

        batches.topology().caughtUp(List.of(SECOND));
        batches.handle(List.of(delivery(FIRST, 8)));
        assertThat(asOf()).isEqualTo(8);

        batches.topology().caughtUp(List.of());
        batches.handle(List.of(delivery(FIRST, 12)));
        assertThat(asOf()).isEqualTo(8);
    }

    @Test
    void whatIsParkedDidNotTakeEffect() throws Exception {
        effects.failOn = "\"version\":9";
        ServiceFixture.Following following = service.follow(effects);
        service.startRelay();
        service.record(event("a", 1), event("sick", 9), event("b", 1), event("c", 1));
        await("three effects and a parked one", () -> effects.count() == 3 && parked() == 1);
        assertThat(new Freshness(service.dataSource).asOf()).isEqualTo(Map.of("/test-service", 1L));

        effects.failOn = "nothing";
        following.batches().replayFirst("cmas.orders", "sick", "an approver");
        await("all positions", () -> new Freshness(service.dataSource).asOf().equals(Map.of("/test-service", 4L)));
    }

    @Test
    void anInstanceWithNothingToHandleHoldsNothingDown() throws Exception {
        service.startRelay();
        new Topics(service.settings).ensure(List.of("cmas.orders"));
        service.follow(effects);
        service.follow(effects);
        for (int version = 1; version <= 20; version++) {
            // One key, so that one of the partitions stays empty.
            service.record(event("a", version));
        }
        await("all effects", () -> effects.count() == 20);
        await(
                "the last position",
                () -> new Freshness(service.dataSource).asOf().equals(Map.of("/test-service", 20L)));
    }

    private long asOf() {
        return new Freshness(service.dataSource).asOf().getOrDefault("/another-service", -1L);
    }

    private long parked() throws Exception {
        return service.count("select count(*) from parked_event where state = 'PARKED'");
    }

    private static Delivery delivery(Partition partition, long position) {
        Map<String, String> headers =
                new HashMap<>(HandlingOnceTest.headers(UUID.randomUUID().toString(), "order.issued.v1", position));
        String key = "key-" + position;
        headers.put("ce_subject", key);
        return new Delivery(partition.topic(), partition.number(), position, key, headers, "{}".getBytes());
    }
}
