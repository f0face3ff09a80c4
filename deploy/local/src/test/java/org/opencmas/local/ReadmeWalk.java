package org.opencmas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The walk with curl as the README prints it, run by bash against a running suite. */
final class ReadmeWalk {
    private static final String BEGIN = "<!-- walk: run by a test as it stands here -->\n```bash\n";
    private static final String END = "\n```\n";

    private final Path readme;

    ReadmeWalk(Path readme) {
        this.readme = readme;
    }

    /** Returns everything that the commands print, errors included. */
    String run(Endpoints endpoints) throws IOException, InterruptedException {
        var bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands()).redirectErrorStream(true);
        bash.environment()
                .putAll(Map.of(
                        "REGISTRY", endpoints.registry().toString(),
                        "ORDER", endpoints.order().toString(),
                        "COMPLIANCE", endpoints.compliance().toString(),
                        "FEES", endpoints.fees().toString(),
                        "REALM", endpoints.issuer().toString()));
        Process process = bash.start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return printed + "\nexit code " + process.waitFor();
    }

    private String commands() throws IOException {
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END, begin);
        if (begin < 0 || end < 0) {
            throw new IllegalStateException("the README has no walk after: " + BEGIN);
        }
        return text.substring(begin + BEGIN.length(), end);
    }
}
