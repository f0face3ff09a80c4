package org.opencmas.journal.broker;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads {@code cmas.events.*}; every {@code kafka.*} setting goes to the Kafka clients as it is. */
final class EventSettingsFromConfiguration {

    @Produces
    @Singleton
    EventSettings eventSettings(
            @ConfigProperty(name = "cmas.events.source") String source,
            @ConfigProperty(name = "cmas.events.topic-prefix") Optional<String> topicPrefix,
            @ConfigProperty(name = "cmas.events.consumer-group") String consumerGroup,
            @ConfigProperty(name = "cmas.events.partitions") int partitions,
            @ConfigProperty(name = "cmas.events.gather-for") Duration gatherFor,
            @ConfigProperty(name = "cmas.events.awaited") boolean awaited,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return new EventSettings(source, topicPrefix.orElse(""), consumerGroup, partitions, gatherFor, awaited, kafka);
    }
}
