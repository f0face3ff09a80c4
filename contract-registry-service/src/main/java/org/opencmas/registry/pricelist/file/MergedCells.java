package org.opencmas.registry.pricelist.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The cells of several rows of a workbook that were made one. A spreadsheet shows the value over all of them and keeps it in the first alone, so that every
 * other row looks as if it had the value and has none.
 */
final class MergedCells {
    private static final String TAG = "mergeCell";
    /** Most characters of a tag, inclusive: what ends later, or not at all, is none that a spreadsheet program writes. */
    private static final int TAG_LENGTH = 200;

    private static final Pattern RANGE =
            Pattern.compile("\\s[^>]*?\\bref=[\"']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})[\"']");
    /** Ranges stand behind the rows of a sheet; so many buffers of its end are looked through. */
    private static final int LOOKED_AT = 64;

    /** Most areas of more than one row, inclusive. */
    static final int MOST_AREAS = 2_000;

    private static final int LETTERS = 26;

    private final Map<String, List<Range>> byPart = new HashMap<>();
    private int count;

    /** The first and last row, and the first and last column from 0, all inclusive. */
    record Range(int firstRow, int lastRow, int firstColumn, int lastColumn, String text) {
        boolean isOver(int column) {
            return column >= firstColumn && column <= lastColumn;
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
            int at = text.indexOf(TAG, Math.max(0, text.indexOf("</sheetData>")));
            while (at >= 0 && !areTooMany()) {
                int from = at + TAG.length();
                // Each tag is matched alone, so that a text of a million beginnings without an end is gone through
                // once.
                int end = endOfTag(text, from);
                if (end >= 0) {
                    noteTag(part, text.substring(from, end));
                }
                at = text.indexOf(TAG, Math.max(from, end));
            }
        }

        /** Where the tag that goes on there ends; -1 when that is further away than any is long. */
        private static int endOfTag(StringBuilder text, int from) {
            int furthest = Math.min(text.length(), from + TAG_LENGTH);
            for (int i = from; i < furthest; i++) {
                if (text.charAt(i) == '>') {
                    return i;
                }
            }
            return -1;
        }

        private void noteTag(String part, String tag) {
            Matcher range = RANGE.matcher(tag);
            if (!range.lookingAt()) {
                return;
            }
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
        /** By column, those over it by the first row for which no other was noted. */
        private final Map<Integer, NavigableMap<Integer, Range>> byColumn = new HashMap<>();

        /** @param ranges by their first rows; gone through once for each column that is asked for */
        OfSheet(List<Range> ranges) {
            this.ranges = ranges;
        }

        /** The range in which a cell must not be believed, as {@code A2:A5}. */
        Optional<String> misleadingAt(int row, int column) {
            Map.Entry<Integer, Range> before =
                    byColumn.computeIfAbsent(column, this::over).floorEntry(row);
            return Optional.ofNullable(before)
                    .map(Map.Entry::getValue)
                    .filter(range -> row <= range.lastRow)
                    .map(Range::text);
        }

        private NavigableMap<Integer, Range> over(int column) {
            NavigableMap<Integer, Range> over = new TreeMap<>();
            int covered = 0;
            for (Range range : ranges) {
                // A range that ends within others adds nothing, though only a broken workbook has ranges that overlap.
                if (range.isOver(column) && range.lastRow > covered) {
                    over.put(Math.max(range.firstRow, covered + 1), range);
                    covered = range.lastRow;
                }
            }
            return over;
        }
    }

    /** By the names of the sheets. */
    Map<String, OfSheet> bySheet(Path workbook) throws IOException {
        Map<String, OfSheet> bySheet = new HashMap<>();
        if (!byPart.isEmpty()) {
            try (var zip = new ZipFile(workbook.toFile())) {
                MarkedWorkbook.sheets(zip)
                        .forEach((part, name) -> bySheet.put(
                                name,
                                new OfSheet(byPart.getOrDefault(part, List.of()).stream()
                                        .sorted(Comparator.comparingInt(Range::firstRow))
                                        .toList())));
            }
        }
        return bySheet;
    }

    /** Of a sheet without any. */
    static OfSheet none() {
        return new OfSheet(List.of());
    }
}
