package org.opencmas.registry.pricelist.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The cells of several rows of a workbook that were made one. A spreadsheet shows the value over all of them and keeps it in the first alone, so that every
 * other row looks as if it had the value and has none.
 */
final class MergedCells {
    private static final Pattern RANGE =
            Pattern.compile("mergeCell\\s[^>]*?\\bref=\"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})\"");
    /** Ranges stand behind the rows of a sheet; so many buffers of its end are looked through. */
    private static final int LOOKED_AT = 64;

    /** Most areas of more than one row, inclusive: each row of a list is compared with all of its sheet. */
    static final int MOST_AREAS = 2_000;

    private static final int LETTERS = 26;

    private final Map<String, List<Range>> byPart = new HashMap<>();
    private int count;

    /** The first and last row, and the first and last column from 0, all inclusive. */
    private record Range(int firstRow, int lastRow, int firstColumn, int lastColumn, String text) {
        boolean holds(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }

    /** Keeps the end of a part while it is read. */
    final class End {
        private final Deque<byte[]> pieces = new ArrayDeque<>();

        void take(byte[] buffer, int length) {
            pieces.add(Arrays.copyOf(buffer, length));
            if (pieces.size() > LOOKED_AT) {
                pieces.removeFirst();
            }
        }

        void note(String part) {
            StringBuilder text = new StringBuilder();
            pieces.forEach(piece -> text.append(new String(piece, StandardCharsets.ISO_8859_1)));
            int from = text.indexOf("</sheetData>");
            Matcher range = RANGE.matcher(text);
            for (int at = Math.max(0, from); range.find(at) && !areTooMany(); at = range.end()) {
                int firstRow = Integer.parseInt(range.group(2));
                int lastRow = Integer.parseInt(range.group(4));
                // Within one row the first cell has the value and shows it, as it does without being merged.
                if (firstRow != lastRow) {
                    count++;
                    byPart.computeIfAbsent(part, none -> new ArrayList<>())
                            .add(new Range(
                                    firstRow,
                                    lastRow,
                                    column(range.group(1)),
                                    column(range.group(3)),
                                    range.group(1) + firstRow + ":" + range.group(3) + lastRow));
                }
            }
        }
    }

    boolean areTooMany() {
        return count > MOST_AREAS;
    }

    private static int column(String letters) {
        int number = 0;
        for (char letter : letters.toCharArray()) {
            number = number * LETTERS + letter - 'A' + 1;
        }
        return number - 1;
    }

    /** Those of one sheet. */
    static final class OfSheet {
        private final List<Range> ranges;

        private OfSheet(List<Range> ranges) {
            this.ranges = ranges;
        }

        /** The range in which a cell must not be believed, as {@code A2:A5}. */
        Optional<String> misleadingAt(int row, int column) {
            return ranges.stream()
                    .filter(range -> range.holds(row, column))
                    .map(Range::text)
                    .findFirst();
        }
    }

    /** By the names of the sheets. */
    Map<String, OfSheet> bySheet(Path workbook) throws IOException {
        Map<String, OfSheet> bySheet = new HashMap<>();
        if (!byPart.isEmpty()) {
            try (var zip = new ZipFile(workbook.toFile())) {
                MarkedWorkbook.sheets(zip)
                        .forEach((part, name) -> bySheet.put(name, new OfSheet(byPart.getOrDefault(part, List.of()))));
            }
        }
        return bySheet;
    }

    /** Of a sheet without any. */
    static OfSheet none() {
        return new OfSheet(List.of());
    }
}
