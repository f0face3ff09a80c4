package org.opencmas.registry.search.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.problem.Unavailable;
import org.opencmas.registry.search.lines.index.IndexedLine;
import org.opencmas.registry.search.lines.index.LineIndex;

@DisplayName("The index holds whole lists, finds their lines in every way, and what cannot be used is begun anew")
class LineIndexTest {
    private static final UUID FIRST = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("0190a000-0000-7000-8000-000000000002");

    private static IndexedLine line(String item, String description, String price) {
        return new IndexedLine(item, description, "each", new BigDecimal(price));
    }

    private static void put(LineIndex index, UUID list, IndexedLine... lines) throws IOException {
        for (IndexedLine each : lines) {
            index.add(list, each);
        }
        index.complete(list);
    }

    private static List<ListMatches> find(LineIndex index, String text, PriceRange prices) {
        try (LineMatches found = LineMatches.of(index, LineQuery.of(index.analyzer(), text, false, prices))) {
            return found.lists();
        }
    }

    @ParameterizedTest(name = "{0}: {1} of 5 lines, {2} by its words")
    @CsvSource({
        "engineer, 3, 2",
        "engineers, 2, 2",
        "bioengneer, 1, 0",
        "ngineer, 3, 0",
        "network engineer, 2, 1",
        "netwrk engineer, 2, 0",
        "model 4711, 1, 1",
        "model 4712, 0, 0",
        "471, 1, 0",
        "façade, 1, 1",
        "FACADE, 1, 1",
        "the, 1, 0",
        "xyzzy, 0, 0"
    })
    @DisplayName("SRCH-DESC: by stems, parts, misspellings and accents; a number is never taken for another one")
    void waysToFindALine(String text, int lines, int worded) throws IOException {
        try (Directory directory = new ByteBuffersDirectory();
                LineIndex index = LineIndex.open(directory)) {
            put(
                    index,
                    FIRST,
                    line("A", "Senior network engineers", "150.00"),
                    line("B", "Engineer of the day", "90.00"),
                    line("C", "Facade cleaning, model 4711", "12.50"),
                    line("D", "Artificial turf", "1.00"),
                    line("E", "Network bioengineer", "200.00"));
            List<ListMatches> found = find(index, text, PriceRange.ANY);
            assertThat(found.stream().mapToInt(ListMatches::lines).sum()).isEqualTo(lines);
            assertThat(found.stream().mapToInt(ListMatches::worded).sum()).isEqualTo(worded);
        }
    }

    @Test
    @DisplayName(
            "The item itself comes first, then the words as they are, then their other forms, then what is spelled alike")
    void theExactThingFirst() throws IOException {
        try (Directory directory = new ByteBuffersDirectory();
                LineIndex index = LineIndex.open(directory)) {
            put(
                    index,
                    FIRST,
                    line("A-1", "Turfs rolled", "1.00"),
                    line("B-1", "Astroturfing", "1.00"),
                    line("C-1", "Turf roll", "1.00"),
                    line("turf", "Something else", "1.00"));
            try (LineMatches found =
                    LineMatches.of(index, LineQuery.of(index.analyzer(), "turf", false, PriceRange.ANY))) {
                assertThat(found.lists()).containsExactly(new ListMatches(FIRST, 4, 2, true, true));
                assertThat(found.best(FIRST)).extracting(IndexedLine::itemId).containsExactly("turf", "C-1", "A-1");
            }
        }
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({"12.50, 12.50, 1", "12.500001, 99, 0", ", 12.499999, 0", "12.50, , 2", ", , 2"})
    @DisplayName("A range of prices is inclusive on both sides, to the sixth decimal")
    void rangesOfPrices(BigDecimal least, BigDecimal most, int lines) throws IOException {
        try (Directory directory = new ByteBuffersDirectory();
                LineIndex index = LineIndex.open(directory)) {
            put(index, FIRST, line("A", "Turf", "12.50"), line("B", "Turf", "100.00"));
            assertThat(find(index, "turf", new PriceRange(least, most)).stream()
                            .mapToInt(ListMatches::lines)
                            .sum())
                    .isEqualTo(lines);
        }
    }

    @Test
    @DisplayName("What was committed is there again; half a list never is, neither to readers nor after a crash")
    void halfAListIsNeverSeen(@TempDir Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            try (LineIndex index = LineIndex.open(directory)) {
                put(index, FIRST, line("A", "Turf", "1.00"));
                index.commit(7);
                index.add(SECOND, line("B", "Turf", "2.00"));
                assertThat(find(index, "turf", PriceRange.ANY))
                        .extracting(ListMatches::priceListId)
                        .containsExactly(FIRST);
            }
            try (LineIndex again = LineIndex.open(directory)) {
                assertThat(again.lists()).containsExactly(FIRST);
                assertThat(again.rebuilt()).isEqualTo(7);
                assertThat(find(again, "turf", PriceRange.ANY)).hasSize(1);
            }
        }
    }

    @Test
    @DisplayName("A list that is taken out, or begun again, is there once or not at all")
    void listsThatGoAndComeAgain(@TempDir Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            try (LineIndex index = LineIndex.open(directory)) {
                put(index, FIRST, line("A", "Turf", "1.00"));
                put(index, SECOND, line("B", "Turf", "1.00"));
                index.remove(SECOND);
                index.beginAgain(FIRST);
                assertThat(find(index, "turf", PriceRange.ANY)).hasSize(1);
                put(index, FIRST, line("A", "Turf", "1.00"));
                assertThat(find(index, "turf", PriceRange.ANY))
                        .containsExactly(new ListMatches(FIRST, 1, 1, true, false));
                index.commit(0);
            }
            try (LineIndex again = LineIndex.open(directory)) {
                assertThat(again.lists()).containsExactly(FIRST);
            }
        }
    }

    @Test
    @DisplayName("An index of another format is thrown away; one that another instance uses is left alone")
    void anIndexThatCannotBeUsed(@TempDir Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
                writer.addDocument(new Document());
            }
            try (LineIndex index = LineIndex.open(directory)) {
                assertThat(index.lists()).isEmpty();
                put(index, FIRST, line("A", "Turf", "1.00"));
                assertThat(find(index, "turf", PriceRange.ANY)).hasSize(1);
                assertThatThrownBy(() -> LineIndex.open(directory)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    @DisplayName("Did you mean: a word that no line holds becomes the most frequent one spelled like it; numbers stay")
    void whatWasMeant() throws IOException {
        try (Directory directory = new ByteBuffersDirectory();
                LineIndex index = LineIndex.open(directory)) {
            put(
                    index,
                    FIRST,
                    line("A", "Network engineer", "1.00"),
                    line("B", "Network cable", "1.00"),
                    line("C", "Networx", "1.00"));
            var suggestions = new LineSuggestions(index);
            assertThat(suggestions.meant("netwrk enginer")).contains("network engineer");
            assertThat(suggestions.meant("engineers network")).isEmpty();
            assertThat(suggestions.meant("network 4711")).isEmpty();
            assertThat(suggestions.lines("netw", 5, UnaryOperator.identity()))
                    .extracting(IndexedLine::itemId)
                    .containsExactly("A", "B", "C");
            assertThat(suggestions.lines("network ca", 5, UnaryOperator.identity()))
                    .extracting(IndexedLine::itemId)
                    .containsExactly("B");
        }
    }

    @Test
    @DisplayName("Whoever asks an index that was closed over a failure is told to ask again (503)")
    void aClosedIndexIsUnavailable() throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            LineIndex index = LineIndex.open(directory);
            index.close();
            assertThatThrownBy(() -> new LineSuggestions(index).meant("turf")).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> new LineSuggestions(index).lines("turf", 5, UnaryOperator.identity()))
                    .isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> new LikeLines(index).of("turf", List.of(FIRST), 5))
                    .isInstanceOf(Unavailable.class);
        }
    }

    @Test
    @DisplayName("An index that was closed over a failure is not complete until it was compared anew")
    void notCompleteAfterAFailure() {
        var complete = new PriceLineIndex.Work(true, true, 7, null);
        assertThat(complete.failing("the database").caughtUp()).isTrue();
        assertThat(complete.closedBy("a full disk")).isEqualTo(new PriceLineIndex.Work(false, false, 7, "a full disk"));
    }
}
