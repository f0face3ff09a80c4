package org.opencmas.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Short commands of the operating system. */
final class Commands {
    private Commands() {}

    /** Tells whether a program of that name is on the path. */
    static boolean exists(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    /** Runs a command to its end and returns whether its exit code is 0. */
    static boolean succeeds(List<String> command) {
        return run(command).exitCode() == 0;
    }

    /**
     * What a command answered.
     *
     * @param exitCode 0 when it succeeded
     * @param output everything that it printed, errors included
     */
    record Answer(int exitCode, String output) {}

    /** Runs a command to its end. */
    static Answer run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException e) {
            return new Answer(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while running " + command.getFirst() + ".", e);
        }
    }
}
