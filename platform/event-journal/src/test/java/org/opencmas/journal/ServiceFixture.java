package org.opencmas.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.journal.broker.Topics;
import org.opencmas.journal.entry.JustCommitted;
import org.opencmas.journal.entry.NumberedEntries;
import org.opencmas.journal.entry.NumberedEntry;
import org.opencmas.journal.entry.WakeUp;
import org.opencmas.journal.receive.BatchHandling;
import org.opencmas.journal.receive.EventLoop;
import org.opencmas.journal.receive.handling.EventHandlers;
import org.opencmas.journal.receive.handling.HandlingOnce;
import org.opencmas.journal.receive.handling.Transactions;
import org.opencmas.journal.receive.parked.ParkedEvents;
import org.opencmas.journal.receive.parked.Retries;
import org.opencmas.journal.relay.Relay;
import org.opencmas.sql.RoundTrip;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestServers;

/** A service without HTTP: its own database with the journal in it, and topics of its own on the broker. */
public final class ServiceFixture implements AutoCloseable {

    public static final Actor ACTOR = new Actor("somebody", "an-agency", "a-request");

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/journal");

    public final String databaseName;
    public final String databaseUrl;
    public final AgroalDataSource dataSource;
    public EventSettings settings;
    public final WakeUp wakeUp = new WakeUp();
    public final JustCommitted justCommitted = new JustCommitted();
    public final Journal journal;

    private final List<AutoCloseable> closedFirst = new ArrayList<>();

    public ServiceFixture(int partitions) throws SQLException, IOException {
        this(partitions, TestServers.bootstrapServers());
    }

    public ServiceFixture(int partitions, String bootstrapServers) throws SQLException, IOException {
        this(partitions, bootstrapServers, Integer.MAX_VALUE);
    }

    /** With a journal as it was before the migration {@code V0_<number>}. */
    public static ServiceFixture before(int number) throws SQLException, IOException {
        return new ServiceFixture(1, TestServers.bootstrapServers(), number);
    }

    private ServiceFixture(int partitions, String bootstrapServers, int firstLeftOut) throws SQLException, IOException {
        databaseName = "test_" + UUID.randomUUID().toString().substring(0, 8);
        onServer("create database " + databaseName);
        databaseUrl = TestServers.postgresUrl(databaseName);
        dataSource = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(30)
                        .acquisitionTimeout(Eventually.PATIENCE)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(databaseUrl))));
        settings = settings(databaseName + ".", partitions, bootstrapServers);
        journal = new Journal(dataSource, null, Clock.systemUTC(), wakeUp, justCommitted);
        migrate(0, firstLeftOut);
    }

    /** Applies the migrations of these numbers, the last exclusive, in their order, as a service does when it starts. */
    public void migrate(int from, int before) throws SQLException, IOException {
        SortedMap<Integer, Path> migrations = new TreeMap<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            files.forEach(file -> migrations.put(number(file), file));
        }
        for (Path migration : migrations.subMap(from, before).values()) {
            execute(Files.readString(migration));
        }
    }

    private static int number(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring("V0_".length(), name.indexOf("__")));
    }

    public static EventSettings settings(String topicPrefix, int partitions, String bootstrapServers) {
        return new EventSettings(
                "test-service",
                topicPrefix,
                "test-service",
                partitions,
                Duration.ZERO,
                true,
                Map.of("bootstrap.servers", bootstrapServers));
    }

    /** A relay that is not started. */
    public Relay newRelay() {
        return new Relay(dataSource, settings, wakeUp, justCommitted);
    }

    /** A relay that works until the fixture is closed. */
    public Relay startRelay() {
        Relay relay = newRelay();
        relay.start();
        closedFirst.addFirst(relay::stop);
        return relay;
    }

    /** Follows the topics once more, from their beginning, as a consumer group whose offsets were lost. */
    public Following followFromTheStart(EventHandler... handlers) {
        settings = new EventSettings(
                settings.source(),
                settings.topicPrefix(),
                settings.consumerGroup() + "-again",
                settings.partitions(),
                settings.gatherFor(),
                settings.awaited(),
                settings.kafka());
        return follow(handlers);
    }

    /** What a service does with events, at work until the fixture is closed. */
    public Following follow(EventHandler... handlers) {
        Following following = Following.of(this, List.of(handlers));
        following.loop().start();
        closedFirst.addFirst(following.loop()::stop);
        return following;
    }

    /** The parts of a service that follow topics. */
    public record Following(EventLoop loop, BatchHandling batches, ParkedEvents parkedEvents, Retries retries) {

        public static Following of(ServiceFixture service, List<EventHandler> handlers) {
            CountDownLatch stop = new CountDownLatch(1);
            EventHandlers eventHandlers = new EventHandlers(handlers);
            ParkedEvents parkedEvents = new ParkedEvents(Clock.systemUTC());
            Retries retries = new Retries(Clock.systemUTC());
            BatchHandling batches = new BatchHandling(
                    new Transactions(service.dataSource),
                    new HandlingOnce(eventHandlers, Clock.systemUTC()),
                    parkedEvents,
                    retries,
                    service.wakeUp::call);
            return new Following(
                    new EventLoop(service.settings, eventHandlers, batches, stop), batches, parkedEvents, retries);
        }
    }

    /** Records events in a transaction of their own. */
    public void record(NewEvent... events) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            journal.append(connection, ACTOR, List.of(events));
            connection.commit();
            connection.setAutoCommit(true);
        }
        journal.wake();
    }

    /** Records events as the busiest paths do, with the commit in the same round trip. */
    public void recordInOneTrip(NewEvent... events) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            RoundTrip all = new RoundTrip();
            journal.append(
                    all,
                    Stream.of(events).map(event -> Recording.now(event, ACTOR)).toList());
            all.sendAndCommit(connection);
            connection.setAutoCommit(true);
        }
        journal.wake();
    }

    public static NewEvent event(String aggregate, long version) {
        return new NewEvent("cmas.orders", aggregate, version, "order.issued.v1", "{\"version\":" + version + "}");
    }

    /** Sends a record to {@code cmas.orders} past the journal. */
    public void publish(String key, Map<String, String> headers, String payload) throws Exception {
        new Topics(settings).ensure(List.of("cmas.orders"));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings.kafka(), new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> message =
                    new ProducerRecord<>(settings.nameOnBroker("cmas.orders"), key, payload);
            headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        }
    }

    /** Everything that {@code cmas.orders} holds now. */
    public List<ConsumerRecord<String, String>> topicContent() {
        List<ConsumerRecord<String, String>> content = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings.kafka(), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(settings.nameOnBroker("cmas.orders")).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(content::add);
            }
        }
        return content;
    }

    public List<NumberedEntry> feed() throws SQLException {
        List<NumberedEntry> all = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            NumberedEntries next;
            do {
                next = NumberedEntries.after(
                        connection, all.isEmpty() ? 0 : all.getLast().position(), 1000);
                all.addAll(next.entries());
            } while (!next.isAll());
        }
        return all;
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static void onServer(String sql) throws SQLException {
        try (Connection postgres = DriverManager.getConnection(TestServers.postgresUrl("postgres"));
                Statement statement = postgres.createStatement()) {
            statement.execute(sql);
        }
    }

    public long count(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The position up to which the broker is known to have acknowledged everything. */
    public long published() throws SQLException {
        return count("select position from journal_published");
    }

    /** Waits until so many events are acknowledged by the broker and noted so. */
    public void awaitPublished(long events) throws Exception {
        await(events + " events published", () -> published() == events);
    }

    /** Waits until all that was recorded is acknowledged by the broker and noted so. */
    public void awaitPublished() throws Exception {
        await("everything published", () -> count("select count(*) from journal") == published());
    }

    /** Waits until it holds. */
    public static void await(String what, Callable<Boolean> holds) {
        Eventually.within(
                Eventually.PATIENCE, () -> assertThat(holds.call()).as(what).isTrue());
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : closedFirst) {
            part.close();
        }
        dataSource.close();
        onServer("drop database " + databaseName + " with (force)");
    }
}
