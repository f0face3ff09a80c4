package org.opencmas.journal.broker;

import java.time.Duration;
import java.util.Map;

/**
 * How a service takes part in the exchange of events.
 *
 * @param source the service's name; its events carry it after a slash
 * @param topicPrefix put before every topic and consumer group on the broker, mostly empty
 * @param consumerGroup shared by the instances of a service
 * @param partitions of a topic that does not exist yet
 * @param gatherFor how long the broker may let events gather before it hands them over, so that more of them share a transaction;
 *     zero for not at all
 * @param awaited whether the events that the service records when it handles others are awaited, and so are sent at once
 * @param kafka what every Kafka client needs: {@code bootstrap.servers} and, where asked for, security
 */
public record EventSettings(
        String source,
        String topicPrefix,
        String consumerGroup,
        int partitions,
        Duration gatherFor,
        boolean awaited,
        Map<String, Object> kafka) {

    public String nameOnBroker(String topic) {
        return topicPrefix + topic;
    }

    public String topicOf(String nameOnBroker) {
        return nameOnBroker.startsWith(topicPrefix) ? nameOnBroker.substring(topicPrefix.length()) : nameOnBroker;
    }

    public String groupOnBroker() {
        return topicPrefix + consumerGroup;
    }
}
