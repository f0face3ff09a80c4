package org.opencmas.fees.feeproof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Runs the independent verifier as an auditor would, in a process of its own. */
public final class Verifier {
    /** Where it lies in the repository. */
    public static final Path FOLDER = Path.of("../verify").toAbsolutePath().normalize();

    private Verifier() {}

    /** What a process said, both streams together. */
    public record Answer(int exit, String text) {}

    /** Where there is no Python nothing is verified, and that is said aloud. */
    public static void requirePython() {
        boolean isThere;
        try {
            isThere = run(List.of("python3", "--version")).exit() == 0;
        } catch (UncheckedIOException e) {
            isThere = false;
        }
        if (!isThere) {
            System.err.println("SKIPPED: there is no python3, so NO FEE PROOF WAS VERIFIED by verify/fee_proof.py");
        }
        Assumptions.assumeTrue(isThere, "no python3: no fee proof was verified");
    }

    public static Answer verify(Path proof, String... more) {
        List<String> command = new ArrayList<>(
                List.of("python3", FOLDER.resolve("fee_proof.py").toString(), proof.toString()));
        command.addAll(List.of(more));
        return run(command);
    }

    /** Runs a text of Python. */
    static Answer python(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of("python3", "-B", "-c", program));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static Answer run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
