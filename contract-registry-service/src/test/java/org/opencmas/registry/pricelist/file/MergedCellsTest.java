package org.opencmas.registry.pricelist.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencmas.testkit.cost.HangGuard;

@DisplayName("Merged cells are found in time that grows with the file alone")
class MergedCellsTest {
    private static final String PART = "xl/worksheets/sheet1.xml";
    private static final int ROWS = 1_000_000;

    @TempDir
    private Path folder;

    private MergedCells.OfSheet of(String sheet) throws IOException {
        Path workbook = Files.write(folder.resolve("list.xlsx"), WorkbookFileTest.workbook("visible"));
        var merged = new MergedCells();
        note(merged, sheet);
        return Objects.requireNonNull(merged.bySheet(workbook).get("Prices"));
    }

    private static void note(MergedCells merged, String sheet) {
        MergedCells.End end = merged.new End();
        byte[] bytes = sheet.getBytes(StandardCharsets.UTF_8);
        end.take(bytes, bytes.length);
        end.note(PART);
    }

    private static String cells(List<String> ranges) {
        return "</sheetData><mergeCells>"
                + String.join(
                        "",
                        ranges.stream()
                                .map(each -> "<mergeCell ref=\"" + each + "\"/>")
                                .toList())
                + "</mergeCells>";
    }

    @Test
    @HangGuard
    void fourMegabytesOfBeginningsWithoutAnEndAreGoneThroughOnce() {
        var merged = new MergedCells();
        note(merged, "mergeCell ".repeat(420_000));
        assertThat(merged.areTooMany()).isFalse();
    }

    @Test
    void aTagIsFoundBehindOnesThatDoNotEnd() throws IOException {
        MergedCells.OfSheet found = of("</sheetData>" + "<mergeCell ".repeat(30) + "<x:mergeCell id='1' ref='B2:C4'/>");
        assertThat(found.misleadingAt(2, 1)).contains("B2:C4");
        assertThat(found.misleadingAt(4, 2)).contains("B2:C4");
        assertThat(found.misleadingAt(1, 1)).isEmpty();
        assertThat(found.misleadingAt(5, 1)).isEmpty();
        assertThat(found.misleadingAt(3, 0)).isEmpty();
        assertThat(found.misleadingAt(3, 3)).isEmpty();
    }

    @Test
    void rangesThatOverlapAreFoundToTheLastRowOfAny() throws IOException {
        MergedCells.OfSheet found = of(cells(List.of("B7:B8", "A1:C9", "B3:B12", "B20:B21")));
        for (int row = 1; row <= 22; row++) {
            assertThat(found.misleadingAt(row, 1).isPresent())
                    .as("row " + row)
                    .isEqualTo(row <= 12 || row == 20 || row == 21);
        }
        assertThat(found.misleadingAt(12, 1)).contains("B3:B12");
        assertThat(found.misleadingAt(12, 0)).isEmpty();
    }

    @Test
    @DisplayName("For a million rows each of the most ranges is looked at once, side by side or one above the other")
    void aMillionRowsAreCompared() {
        var apart = new Counted(IntStream.range(0, MergedCells.MOST_AREAS)
                .mapToObj(i -> range(500 * i + 1, 500 * i + 2))
                .toList());
        var above = new Counted(IntStream.range(0, MergedCells.MOST_AREAS)
                .mapToObj(i -> range(i + 1, ROWS))
                .toList());
        assertThat(misleading(new MergedCells.OfSheet(apart))).isEqualTo(2 * MergedCells.MOST_AREAS);
        assertThat(misleading(new MergedCells.OfSheet(above))).isEqualTo(ROWS);
        assertThat(apart.lookedAt).isEqualTo(MergedCells.MOST_AREAS);
        assertThat(above.lookedAt).isEqualTo(MergedCells.MOST_AREAS);
    }

    private static MergedCells.Range range(int firstRow, int lastRow) {
        return new MergedCells.Range(firstRow, lastRow, 1, 1, "B" + firstRow + ":B" + lastRow);
    }

    /** Counts how many ranges are handed out. */
    private static final class Counted extends AbstractList<MergedCells.Range> {
        private final List<MergedCells.Range> ranges;
        private int lookedAt;

        Counted(List<MergedCells.Range> ranges) {
            this.ranges = ranges;
        }

        @Override
        public MergedCells.Range get(int index) {
            lookedAt++;
            return ranges.get(index);
        }

        @Override
        public int size() {
            return ranges.size();
        }
    }

    private static long misleading(MergedCells.OfSheet sheet) {
        return IntStream.rangeClosed(1, ROWS)
                .filter(row -> sheet.misleadingAt(row, 1).isPresent())
                .count();
    }
}
