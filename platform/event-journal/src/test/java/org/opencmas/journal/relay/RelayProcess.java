package org.opencmas.journal.relay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.journal.entry.JustCommitted;
import org.opencmas.journal.entry.WakeUp;
import org.opencmas.testkit.TestServers;
import org.postgresql.ds.PGSimpleDataSource;

/** A relay in a process of its own, which can be killed. It waits, with its classes loaded, until it is told to begin. */
public final class RelayProcess {

    private final Process process;

    private RelayProcess(Process process) {
        this.process = process;
    }

    public static RelayProcess prepare(ServiceFixture service, Path log) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                RelayProcess.class.getName(),
                service.databaseUrl,
                service.settings.topicPrefix(),
                Integer.toString(service.settings.partitions()),
                TestServers.bootstrapServers());
        return new RelayProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    public void begin() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Returns when the relay holds the lock and works. */
    public void awaitWork() throws IOException {
        if (process.getInputStream().read() < 0) {
            throw new IOException("the relay's process ended by itself");
        }
    }

    /** SIGSTOP: it stands still, with its connections open. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** SIGCONT: it goes on as if nothing had been. */
    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    /** SIGKILL: nothing is finished, nothing is said. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        EventSettings settings = ServiceFixture.settings(arguments[1], Integer.parseInt(arguments[2]), arguments[3]);
        Class.forName("org.apache.kafka.clients.producer.KafkaProducer");
        boolean told = System.in.read() >= 0;
        if (told) {
            Relay relay = new Relay(dataSource, settings, new WakeUp(), new JustCommitted());
            relay.start();
            ServiceFixture.await("the relay works", relay::isActive);
            System.out.write('\n');
            System.out.flush();
            // Ends with the process that started it, should that one die first.
            System.in.read();
        }
        System.exit(0);
    }
}
