package org.opencmas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.opencmas.local.server.Endpoints;

/** A block of commands as the README prints it, run by bash against a running suite. */
final class ReadmeWalk {
    private static final String END = "\n```\n";

    private final Path readme;
    private final String begin;
    private final Map<String, String> settings = new HashMap<>();

    /** @param name what the comment before the block calls it, such as {@code walk} */
    ReadmeWalk(Path readme, String name) {
        this.readme = readme;
        this.begin = "<!-- " + name + ": run by a test as it stands here -->\n```bash\n";
    }

    /** Sets a variable of the commands, for the runs to come. */
    ReadmeWalk with(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /** Returns everything that the commands print, errors included. */
    String run(Endpoints endpoints) throws IOException, InterruptedException {
        var bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands()).redirectErrorStream(true);
        bash.directory(readme.toAbsolutePath().getParent().toFile());
        bash.environment()
                .putAll(Map.of(
                        "REGISTRY", endpoints.registry().toString(),
                        "ORDER", endpoints.order().toString(),
                        "COMPLIANCE", endpoints.compliance().toString(),
                        "FEES", endpoints.fees().toString(),
                        "REALM", endpoints.issuer().toString(),
                        "IDENTITY", endpoints.issuer().resolve("/").toString().replaceAll("/$", "")));
        bash.environment().putAll(settings);
        Process process = bash.start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return printed + "\nexit code " + process.waitFor();
    }

    private String commands() throws IOException {
        String text = Files.readString(readme);
        int start = text.indexOf(begin);
        int end = text.indexOf(END, start);
        if (start < 0 || end < 0) {
            throw new IllegalStateException("the README has no commands after: " + begin);
        }
        return text.substring(start + begin.length(), end);
    }
}
