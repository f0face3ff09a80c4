package org.opencmas.journal.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.journal.broker.Topics;
import org.opencmas.journal.entry.NumberedEntry;

/**
 * Sends numbered entries to Kafka in the order of their positions, many at a time, and knows up to which position the broker
 * has acknowledged everything. After a failure it goes on from there with a new producer: entries may be sent twice, but
 * none is passed over.
 */
final class Publication {

    private static final Logger LOG = Logger.getLogger(Publication.class);

    private static final int MOST_IN_FLIGHT = 2000;
    private static final long MOST_CHARACTERS_IN_FLIGHT = 16_000_000;
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private final EventSettings settings;
    private final Topics topics;
    private final LongAdder acknowledgedTotal;
    private final Set<String> knownTopics = new HashSet<>();
    private final Deque<InFlight> inFlight = new ArrayDeque<>();
    private @Nullable Producer<String, String> producer;
    private long charactersInFlight;
    private long sent;
    private long acknowledged;
    private long restUntilNanos = System.nanoTime();
    private boolean failing;

    Publication(EventSettings settings, long published, LongAdder acknowledgedTotal) {
        this.settings = settings;
        this.topics = new Topics(settings);
        this.sent = published;
        this.acknowledged = published;
        this.acknowledgedTotal = acknowledgedTotal;
    }

    /** The position up to which all entries were handed to the broker, acknowledged or not. */
    long sent() {
        return sent;
    }

    /** The position up to which the broker has acknowledged all entries. */
    long acknowledged() {
        return acknowledged;
    }

    boolean hasRoom() {
        return inFlight.size() < MOST_IN_FLIGHT
                && charactersInFlight < MOST_CHARACTERS_IN_FLIGHT
                && System.nanoTime() - restUntilNanos >= 0;
    }

    /**
     * Sends entries that follow {@link #sent()} without a gap; stops at the first that cannot be sent.
     *
     * @param olderVersions by position, in which older versions an entry was recorded too
     * @param maySend asked before each
     */
    void send(List<NumberedEntry> entries, Map<Long, String> olderVersions, BooleanSupplier maySend)
            throws InterruptedException {
        try {
            for (NumberedEntry entry : entries) {
                if (!maySend.getAsBoolean()) {
                    return;
                }
                Future<RecordMetadata> acknowledgement = send(entry, olderVersions.get(entry.position()));
                // Refused at once, for want of a broker: nothing may follow, it could be of the same aggregate.
                throwIfRefused(acknowledgement);
                inFlight.add(new InFlight(entry.position(), length(entry), acknowledgement));
                charactersInFlight += length(entry);
                sent = entry.position();
            }
        } catch (KafkaException e) {
            startOver(e);
        }
    }

    private Future<RecordMetadata> send(NumberedEntry entry, @Nullable String beside) throws InterruptedException {
        String topic = entry.entry().topic();
        if (!knownTopics.contains(topic)) {
            topics.ensure(List.of(topic));
            knownTopics.add(topic);
        }
        if (producer == null) {
            producer = new KafkaProducer<>(producerConfiguration(), new StringSerializer(), new StringSerializer());
        }
        return producer.send(CloudEvents.toRecord(entry, beside, settings));
    }

    private static int length(NumberedEntry entry) {
        return entry.entry().payload().length();
    }

    /** Takes note of what has been acknowledged since the last call. */
    void settle() {
        try {
            collect();
        } catch (KafkaException e) {
            startOver(e);
        }
    }

    private void collect() {
        while (!inFlight.isEmpty() && inFlight.getFirst().acknowledgement().isDone()) {
            InFlight first = inFlight.getFirst();
            throwIfRefused(first.acknowledgement());
            inFlight.removeFirst();
            charactersInFlight -= first.characters();
            acknowledged = first.position();
            acknowledgedTotal.increment();
            reportRecovery();
        }
    }

    private static void throwIfRefused(Future<RecordMetadata> acknowledgement) {
        if (acknowledgement.state() == Future.State.FAILED) {
            throw new KafkaException("the broker did not take an event", acknowledgement.exceptionNow());
        }
    }

    private void startOver(KafkaException failure) {
        if (!failing) {
            LOG.warnf(failure, "Events after position %d cannot be sent; trying again until they are.", acknowledged);
            failing = true;
        }
        discardProducer(Duration.ZERO);
        inFlight.clear();
        charactersInFlight = 0;
        knownTopics.clear();
        sent = acknowledged;
        restUntilNanos = System.nanoTime() + REST_AFTER_FAILURE.toNanos();
    }

    private void reportRecovery() {
        if (failing) {
            LOG.infof("Events are sent again, from position %d.", acknowledged);
            failing = false;
        }
    }

    /** Sends nothing more, not even what was handed to the producer already: another relay may be at work. */
    void abandon() {
        discardProducer(Duration.ZERO);
        inFlight.clear();
    }

    /** Waits for what is under way, but not longer than given. Nothing can be sent afterwards. */
    void close(Duration atMost) {
        discardProducer(atMost);
        settle();
    }

    private void discardProducer(Duration waitAtMost) {
        if (producer != null) {
            producer.close(waitAtMost);
            producer = null;
        }
    }

    private Map<String, Object> producerConfiguration() {
        Map<String, Object> configuration = new HashMap<>(settings.kafka());
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD_BYTES);
        // Where a broker refuses the first request, it could take the second, which would then stand before it:
        // docs/adr/0019.
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // Never give up on a record by itself: a later one of the same aggregate could overtake it.
        configuration.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        // A send that would have to wait longer, for want of a broker, holds up the relay.
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1000);
        return configuration;
    }

    private record InFlight(long position, int characters, Future<RecordMetadata> acknowledgement) {}
}
