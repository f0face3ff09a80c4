package org.opencmas.embedded;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Runs a command, such as a whole Maven build, with one throw-away PostgreSQL and one throw-away broker beside it, and
 * ends with the command's exit code.
 *
 * <p>The command finds them in its environment: {@code CMAS_TEST_POSTGRES} is the JDBC URL of the database
 * {@code postgres} with user and password, {@code CMAS_TEST_KAFKA} is host and port.
 */
public final class RunWithServers {
    private RunWithServers() {}

    public static void main(String... command) throws IOException, InterruptedException {
        if (command.length == 0) {
            System.err.println("Usage: RunWithServers <command> [argument ...]");
            System.exit(2);
        }
        System.exit(run(List.of(command)));
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        CompletableFuture<KafkaBroker> starting = CompletableFuture.supplyAsync(KafkaBroker::startThrowAway);
        try (PostgresServer postgres = PostgresServer.startThrowAway();
                KafkaBroker kafka = starting.join()) {
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("CMAS_TEST_POSTGRES", postgres.superuserUrl("postgres"));
            builder.environment().put("CMAS_TEST_KAFKA", kafka.bootstrapServers());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process.waitFor();
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }
}
