package org.opencmas.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.journal.entry.ChainHash;
import org.opencmas.journal.entry.JournalEntry;
import org.opencmas.testkit.Python;

/** {@code verify/journal.py} against a journal as this module writes it, and against each way to change one. */
class JournalProofScriptTest {
    private static final int ENTRIES = 200;
    private static final Path ROOT = Path.of("../..");

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void writeAJournal() {
        Python.assumeHere("verify/journal.py is not run");
        ChainHash hash = ChainHash.START;
        for (int position = 1; position <= ENTRIES; position++) {
            String data = "{\"amount\": \"%d.10\",\"of\":\"Año %d\"}".formatted(position, position);
            JournalEntry entry = new JournalEntry(
                    new UUID(7, position),
                    "cmas.orders",
                    "order-" + position % 7,
                    position,
                    "order.issued.v1",
                    Instant.parse("2026-03-02T17:04:05.120Z").plusMillis(position),
                    "erp-lodi",
                    position % 3 == 0 ? "City of Lodi" : null,
                    position % 2 == 0 ? "request-" + position : null,
                    null,
                    data);
            hash = hash.next(position, entry);
            lines.add(line(position, hash, entry));
        }
    }

    @Test
    void anUntouchedJournalHoldsAndIsMetAgain() throws IOException {
        Python.Run first = run(lines.subList(0, 100));
        Python.Run second = run(lines);

        assertThat(first).isEqualTo(new Python.Run(0, first.output()));
        assertThat(first.output()).startsWith("holds: 100 entries of /order-service");
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(second.output()).contains("holds: 200 entries", "1 earlier reading(s) met");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"amount\": \"77.10\"', '\"amount\": \"77.11\"'",
        "'\"amount\": \"77.10\"', '\"amount\":\"77.10\"'",
        "'\"actor\": \"erp-lodi\"', '\"actor\": \"erp-lodl\"'",
        "'\"requestId\": \"request-78\"', '\"requestId\": null'",
        "'\"type\": \"order.issued.v1\"', '\"type\": \"order.issued.v2\"'",
        "'17:04:05.197Z', '17:04:05.198Z'"
    })
    void aChangedByteIsFound(String written, String changed) throws IOException {
        int at = indexOfLineWith(written);
        lines.set(at, lines.get(at).replace(written, changed));

        assertDoesNotHold(run(lines), "position " + (at + 1) + " is not what was written");
    }

    @Test
    void aMissingOrDoubleEntryIsFound() throws IOException {
        List<String> without = new ArrayList<>(lines);
        without.remove(50);
        List<String> twice = new ArrayList<>(lines);
        twice.add(50, lines.get(50));

        assertDoesNotHold(run(without), "position 52 follows 50");
        assertDoesNotHold(run(twice), "position 51 follows 51");
    }

    @Test
    void entriesInAnotherOrderAreFound() throws IOException {
        Collections.swap(lines, 10, 11);

        assertDoesNotHold(run(lines), "position 12 follows 10");
    }

    @Test
    void aJournalThatWasCutOffOrWrittenAnewIsFoundByWhatAnEarlierReadingKept() throws IOException {
        assertThat(run(lines).exitCode()).isZero();
        List<String> cut = List.copyOf(lines.subList(0, 150));
        assertDoesNotHold(run(cut), "an earlier reading of /order-service went up to 200, and the journal ends at 150");

        Path kept = folder.resolve("kept.json");
        Files.writeString(kept, Files.readString(kept).replace("\"hash\": \"", "\"hash\": \"00"));
        assertDoesNotHold(run(lines), "position 200 was 00");
    }

    @Test
    void whatIsNoFeedIsSaidToBeUnusable() throws IOException {
        assertThat(run(List.of("{\"position\": 1,")).exitCode()).isEqualTo(2);
        assertThat(run(List.of("<html>")).exitCode()).isEqualTo(2);
    }

    private Python.Run run(List<String> journal) throws IOException {
        Path file = Files.write(folder.resolve("journal.jsonl"), journal);
        return Python.run(
                ROOT,
                "verify/journal.py",
                file.toAbsolutePath().toString(),
                "--checkpoints",
                folder.resolve("kept.json").toAbsolutePath().toString());
    }

    private static void assertDoesNotHold(Python.Run run, String said) {
        assertThat(run.output()).contains("DOES NOT HOLD: " + said);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private int indexOfLineWith(String text) {
        for (int i = 70; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        throw new AssertionError("no line has " + text);
    }

    private static String line(long position, ChainHash hash, JournalEntry entry) {
        return """
                {"position": %d, "hash": "%s", "id": "%s", "type": "%s", "source": "/order-service", "topic": "%s", "subject": "%s", \
                "aggregateVersion": %d, "time": "%s", "actor": "%s", %s%s"data": %s}""".formatted(
                        position,
                        hash,
                        entry.eventId(),
                        entry.eventType(),
                        entry.topic(),
                        entry.aggregateId(),
                        entry.aggregateVersion(),
                        entry.occurredAt(),
                        entry.actor(),
                        optional("onBehalfOf", entry.onBehalfOf()),
                        optional("requestId", entry.requestId()),
                        entry.payload());
    }

    private static String optional(String name, @org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : "\"%s\": \"%s\", ".formatted(name, value);
    }
}
