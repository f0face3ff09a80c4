package org.opencmas.journal.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.journal.ServiceFixture.await;
import static org.opencmas.journal.ServiceFixture.event;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencmas.embedded.KafkaBroker;
import org.opencmas.embedded.Loopback;
import org.opencmas.journal.Effects;
import org.opencmas.journal.ServiceFixture;

@DisplayName("A service works without its broker, and sends and receives when it is back")
final class BrokerOutageTest {

    @Test
    void fromAStartWithoutBrokerThroughItsSuddenDeath(@TempDir Path directory) throws Exception {
        int port = Loopback.freePort();
        int controllerPort = Loopback.freePort();
        try (ServiceFixture service = new ServiceFixture(3, "127.0.0.1:" + port)) {
            Effects effects = new Effects(service);
            service.startRelay();
            service.follow(effects);
            service.record(event("a", 1));
            await("a position without a broker", () -> service.feed().size() == 1);

            try (KafkaBroker broker = KafkaBroker.startDurable(directory, port, controllerPort)) {
                await("an effect", () -> effects.count() == 1);
                service.record(event("a", 2));
                await("another effect", () -> effects.count() == 2);
                broker.process().kill();
            }
            service.record(event("a", 3), event("b", 1));
            await("positions while the broker is away", () -> service.feed().size() == 4);
            assertThat(effects.count()).isEqualTo(2);

            try (KafkaBroker broker = KafkaBroker.startDurable(directory, port, controllerPort)) {
                await("all effects", () -> effects.count() == 4);
                assertThat(effects.of("a")).containsExactly("1", "2", "3");
                assertThat(broker.bootstrapServers()).endsWith(Integer.toString(port));
            }
        }
    }
}
