package org.opencmas.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.entry.ChainHash;
import org.opencmas.journal.entry.JournalEntry;

class FeedDocumentTest {
    private static final String BEGIN = "<!-- example: read by a test as it stands here -->\n```json\n";
    private static final String DATA = "\"data\": ";

    @Test
    @DisplayName(
            "The example by which a reader in another language is tested has the hashes that the journal would give")
    void exampleHasTheHashesOfTheJournal() throws IOException {
        ChainHash hash = ChainHash.START;
        for (String line : example()) {
            JsonNode entry = new ObjectMapper().readTree(line);
            hash = hash.next(entry.path("position").asLong(), entryOf(entry, dataOf(line)));
            assertThat(hash).hasToString(entry.path("hash").asText());
        }
    }

    private static List<String> example() throws IOException {
        String text = Files.readString(Path.of("../../docs/feed.md"));
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        return text.substring(begin, text.indexOf("\n```", begin)).lines().toList();
    }

    private static String dataOf(String line) {
        return line.substring(line.indexOf(DATA) + DATA.length(), line.length() - 1);
    }

    private static JournalEntry entryOf(JsonNode entry, String data) {
        return new JournalEntry(
                UUID.fromString(entry.path("id").asText()),
                entry.path("topic").asText(),
                entry.path("subject").asText(),
                entry.path("aggregateVersion").asLong(),
                entry.path("type").asText(),
                Instant.parse(entry.path("time").asText()),
                entry.path("actor").asText(),
                text(entry, "onBehalfOf"),
                text(entry, "requestId"),
                text(entry, "traceParent"),
                data);
    }

    private static @Nullable String text(JsonNode entry, String field) {
        return entry.hasNonNull(field) ? entry.path(field).asText() : null;
    }
}
