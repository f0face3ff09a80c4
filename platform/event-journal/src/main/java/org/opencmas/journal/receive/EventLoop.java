package org.opencmas.journal.receive;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.journal.broker.Topics;
import org.opencmas.journal.receive.handling.DatabaseUnavailable;
import org.opencmas.journal.receive.handling.EventHandlers;
import org.opencmas.journal.receive.handling.HandlingOnce;
import org.opencmas.journal.receive.handling.Transactions;

/**
 * Follows the topics that the service's handlers ask for, a bounded batch at a time: handle it, commit, then move the offset.
 * An offset that is lost only makes the broker deliver again what {@link HandlingOnce} recognizes.
 */
public final class EventLoop {

    private static final Logger LOG = Logger.getLogger(EventLoop.class);

    private static final int EVENTS_AT_A_TIME = 200;
    private static final int ENOUGH_GATHERED_BYTES = 200_000;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration COMMIT_OFFSETS_EVERY = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final EventSettings settings;
    private final EventHandlers handlers;
    private final BatchHandling batches;
    private final CountDownLatch stop;
    private final Thread thread;
    private boolean failing;

    public EventLoop(EventSettings settings, EventHandlers handlers, BatchHandling batches, CountDownLatch stop) {
        this.settings = settings;
        this.handlers = handlers;
        this.batches = batches;
        this.stop = stop;
        this.thread = Thread.ofPlatform().name("event-loop").unstarted(this::run);
    }

    public void start() {
        if (!handlers.topics().isEmpty()) {
            thread.start();
        }
    }

    /** Finishes the batch that is being handled and leaves the consumer group. */
    public void stop() throws InterruptedException {
        stop.countDown();
        if (thread.isAlive() && !thread.join(STOP_WITHIN)) {
            LOG.warn("The event loop did not stop in time; its batch will be delivered again.");
        }
    }

    private void run() {
        try {
            do {
                followUntilFailure();
            } while (!stop.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void followUntilFailure() throws InterruptedException {
        try {
            new Topics(settings).ensure(handlers.topics());
            try (Consumer<byte[], byte[]> consumer = newConsumer()) {
                follow(consumer);
            }
        } catch (RuntimeException | Error | DatabaseUnavailable | Transactions.WorkFailed e) {
            reportFailure("The topics cannot be followed", e);
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer)
            throws InterruptedException, DatabaseUnavailable, Transactions.WorkFailed {
        Offsets offsets = new Offsets(consumer);
        HeldTopics held = new HeldTopics(settings);
        FollowedPartitions followed = new FollowedPartitions(settings, consumer, batches);
        followed.begin(handlers.topics());
        consumer.subscribe(
                handlers.topics().stream().map(settings::nameOnBroker).toList(), offsets);
        while (stop.getCount() > 0) {
            ConsumerRecords<byte[], byte[]> delivered = consumer.poll(batches.untilNextRetry(POLL));
            if (handle(consumer, delivered, held, followed) && !delivered.isEmpty()) {
                offsets.moved();
            }
            offsets.commitNowAndThen();
        }
        consumer.commitSync();
    }

    /** False when the delivered records must be delivered again. */
    private boolean handle(
            Consumer<byte[], byte[]> consumer,
            ConsumerRecords<byte[], byte[]> delivered,
            HeldTopics held,
            FollowedPartitions followed)
            throws InterruptedException {
        List<Delivery> deliveries = StreamSupport.stream(delivered.spliterator(), false)
                .map(message -> Delivery.of(message, settings))
                .toList();
        try {
            if (deliveries.isEmpty()) {
                batches.noteWhatWasPassedOver();
            } else {
                followed.noteWhatIsCaughtUp();
                held.hold(consumer, delivered, batches.handle(deliveries));
            }
            held.resumeWhatIsDue(consumer);
            batches.retryWhatIsDue();
            followed.advanceIdleOnes();
            reportRecovery();
            return true;
        } catch (DatabaseUnavailable | Transactions.WorkFailed e) {
            reportFailure("Events cannot be handled", e);
            rewind(consumer, delivered);
            stop.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        }
    }

    /**
     * When to tell the broker how far the topics were followed. Not after every batch, which would cost the broker as much as
     * the events themselves; events handled after the last committed offset are delivered again, and recognized.
     */
    private static final class Offsets implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;
        private long committedAtNanos = System.nanoTime();
        private boolean moved;

        Offsets(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        void moved() {
            moved = true;
        }

        void commitNowAndThen() {
            if (moved && System.nanoTime() - committedAtNanos >= COMMIT_OFFSETS_EVERY.toNanos()) {
                consumer.commitAsync();
                committedAtNanos = System.nanoTime();
                moved = false;
            }
        }

        /** Another instance goes on with these partitions; it need not begin with what was handled here. */
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            try {
                consumer.commitSync();
            } catch (KafkaException e) {
                LOG.debug("Too late; what was handled here is recognized by who has the partitions now.", e);
            }
        }

        /** Another instance has them already, and nothing can be said of them any more. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            // What was handled here is recognized there.
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // They begin at their committed offsets.
        }
    }

    /** Makes the next poll deliver the same records again. */
    private void rewind(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> delivered) {
        batches.topology().caughtUp(List.of());
        for (TopicPartition partition : delivered.partitions()) {
            consumer.seek(partition, delivered.records(partition).getFirst().offset());
        }
    }

    private void reportFailure(String what, Throwable failure) {
        if (!failing) {
            LOG.warn(what + "; trying each second.", failure);
            failing = true;
        }
    }

    private void reportRecovery() {
        if (failing) {
            LOG.info("Events are handled again.");
            failing = false;
        }
    }

    private Consumer<byte[], byte[]> newConsumer() {
        Map<String, Object> configuration = new HashMap<>(settings.kafka());
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupOnBroker());
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, EVENTS_AT_A_TIME);
        if (settings.gatherFor().isPositive()) {
            configuration.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, ENOUGH_GATHERED_BYTES);
            configuration.put(
                    ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                    Math.toIntExact(settings.gatherFor().toMillis()));
        }
        // A batch whose events are handled one by one can take minutes; the instance must not be taken for dead.
        configuration.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 900_000);
        configuration.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        configuration.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        configuration.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        return new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
