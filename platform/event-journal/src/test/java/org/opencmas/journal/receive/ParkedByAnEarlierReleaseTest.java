package org.opencmas.journal.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.journal.ServiceFixture.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.Effects;
import org.opencmas.journal.Freshness;
import org.opencmas.journal.ServiceFixture;

@DisplayName("What an earlier release parked and followed is gone on with")
final class ParkedByAnEarlierReleaseTest {

    private static final String PARKED = """
            insert into parked_event (topic, partition, record_offset, record_key, headers, payload, error, attempts, parked_at, state)
            values ('cmas.orders', 0, %d, 'a', '%s', '{}', '%s', %d, now(), 'PARKED')
            """;

    @Test
    void itsCauseIsFoundItHoldsDownAsOfAndItIsReplayedOnceItsVersionIsKnown() throws Exception {
        try (ServiceFixture service = ServiceFixture.before(8)) {
            service.execute("insert into handled_source values ('/another-service', 12, now())");
            service.execute(PARKED.formatted(
                    1,
                    headers("order.issued.v1", 7),
                    "org.opencmas.journal.receive.handling.EventHandlers$UnknownVersion: no handler",
                    1));
            service.execute(PARKED.formatted(
                    2, headers("order.issued.v1", 8), "waits behind an earlier event of the same key", 0));
            assertThat(service.count("select count(*) from parked_event")).isEqualTo(2);

            service.migrate(8, Integer.MAX_VALUE);
            assertThat(service.count("select count(*) from parked_event where cause = 'UNKNOWN_VERSION'"
                            + " and event_type = 'order.issued.v1' and source_position = 7"))
                    .isEqualTo(1);
            Freshness freshness = new Freshness(service.dataSource);
            assertThat(freshness.asOf()).isEqualTo(Map.of("/another-service", 6L));

            Effects effects = new Effects(service);
            service.follow(effects);
            await("both take effect", () -> effects.count() == 2);
            await(
                    "nothing waits",
                    () -> service.count("select count(*) from parked_event where state <> 'REPLAYED'") == 0);
            assertThat(effects.of("a")).isEqualTo(List.of("7", "8"));
            assertThat(freshness.asOf()).isEqualTo(Map.of("/another-service", 12L));
        }
    }

    private static String headers(String type, long version) {
        StringBuilder json = new StringBuilder("{");
        HandlingOnceTest.headers(UUID.randomUUID().toString(), type, version)
                .forEach((name, value) -> json.append(json.length() == 1 ? "" : ",")
                        .append('"')
                        .append(name)
                        .append("\":\"")
                        .append(value)
                        .append('"'));
        return json.append('}').toString();
    }
}
