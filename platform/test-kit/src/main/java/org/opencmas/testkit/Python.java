package org.opencmas.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Runs the verifiers of the folder {@code verify}, which share no code with the services. */
public final class Python {
    private static final String COMMAND = "python3";

    private Python() {}

    /** @param output standard output and errors together */
    public record Run(int exitCode, String output) {}

    /** Ends the test as skipped, and says so, where there is no {@code python3}. */
    public static void assumeHere(String whatIsNotTested) {
        if (!isHere()) {
            System.out.println("SKIPPED: " + whatIsNotTested + ", since there is no " + COMMAND);
        }
        Assumptions.assumeTrue(isHere(), "no " + COMMAND);
    }

    public static boolean isHere() {
        try {
            return run(Path.of("."), "--version").exitCode() == 0;
        } catch (IllegalStateException none) {
            return false;
        }
    }

    /** @throws IllegalStateException when it cannot be started */
    public static Run run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(COMMAND));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
