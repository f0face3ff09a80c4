package org.opencmas.journal.broker;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing. They keep everything, so that any copy can be rebuilt from the start. */
public final class Topics {

    /** The largest record that a topic takes, in bytes, inclusive; a broker's own limit for topics that say nothing is 1 MiB. */
    public static final int LARGEST_RECORD_BYTES = 4 << 20;

    private static final int ANSWER_WITHIN_MILLIS = 5000;
    private static final Map<String, String> KEEP_EVERYTHING = Map.of(
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.RETENTION_BYTES_CONFIG,
            "-1",
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(LARGEST_RECORD_BYTES));

    private final EventSettings settings;

    public Topics(EventSettings settings) {
        this.settings = settings;
    }

    /**
     * Creates those of the topics (without prefix) that do not exist.
     *
     * @throws KafkaException when the broker does not answer or refuses
     */
    public void ensure(Collection<String> topics) throws InterruptedException {
        try (Admin admin = Admin.create(clientConfiguration())) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = topics.stream()
                    .map(settings::nameOnBroker)
                    .filter(name -> !existing.contains(name))
                    .map(this::newTopic)
                    .toList();
            create(admin, missing);
            letTakeLargestRecords(
                    admin,
                    topics.stream()
                            .map(settings::nameOnBroker)
                            .filter(existing::contains)
                            .toList());
        } catch (ExecutionException e) {
            throw new KafkaException("the topics could not be looked up or created", e.getCause());
        }
    }

    /** Topics that were created when the largest record was smaller. */
    private static void letTakeLargestRecords(Admin admin, List<String> existing)
            throws InterruptedException, ExecutionException {
        AlterConfigOp larger = new AlterConfigOp(
                new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_RECORD_BYTES)),
                AlterConfigOp.OpType.SET);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        existing.forEach(name -> changes.put(new ConfigResource(ConfigResource.Type.TOPIC, name), List.of(larger)));
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private NewTopic newTopic(String nameOnBroker) {
        return new NewTopic(nameOnBroker, Optional.of(settings.partitions()), Optional.empty())
                .configs(KEEP_EVERYTHING);
    }

    private static void create(Admin admin, List<NewTopic> topics) throws InterruptedException, ExecutionException {
        try {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            // Another instance was faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private Map<String, Object> clientConfiguration() {
        Map<String, Object> configuration = new HashMap<>(settings.kafka());
        configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        return configuration;
    }
}
