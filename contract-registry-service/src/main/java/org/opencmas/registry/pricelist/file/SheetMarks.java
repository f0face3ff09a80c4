package org.opencmas.registry.pricelist.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies a sheet and puts a cell at the end of each faulty row, in the column behind the last of all. Everything else is copied as it is, byte
 * by byte, and never more than one tag is held.
 */
final class SheetMarks {
    private static final Pattern ROW = Pattern.compile("<((?:\\w+:)?)row\\b[^>]*?\\br=\"(\\d{1,9})\"[^>]*>");
    private static final Pattern CELL = Pattern.compile("<(?:\\w+:)?c\\b[^>]*?\\br=\"([A-Z]{1,3})\\d+\"");
    private static final Pattern END_OF_ROW = Pattern.compile("</(?:\\w+:)?row\\s*>");
    /** A longer tag is copied and not looked at; no row or cell has one. */
    private static final int LONGEST_TAG = 1 << 14;

    private static final int LETTERS = 26;

    private SheetMarks() {}

    /** Takes the pieces of a sheet: tags, and what stands between them. */
    private interface Pieces {
        void tag(String tag) throws IOException;

        void other(byte[] bytes) throws IOException;
    }

    /** The column behind the last that has a cell, as a spreadsheet names it. */
    static String columnBehindLast(InputStream sheet) throws IOException {
        int[] last = new int[1];
        cut(sheet, new Pieces() {
            @Override
            public void tag(String tag) {
                Matcher cell = CELL.matcher(tag);
                if (cell.lookingAt()) {
                    last[0] = Math.max(last[0], number(cell.group(1)));
                }
            }

            @Override
            public void other(byte[] bytes) {
                // Only tags tell of columns.
            }
        });
        return letters(last[0] + 1);
    }

    /**
     * Copies the sheet with its marks.
     *
     * @param texts by the number of the row
     */
    static void copy(InputStream sheet, OutputStream out, String column, Map<Long, String> texts) throws IOException {
        cut(sheet, new Pieces() {
            private String row = "";
            private String prefix = "";

            @Override
            public void tag(String tag) throws IOException {
                Matcher begin = ROW.matcher(tag);
                if (begin.matches()) {
                    row = tag.endsWith("/>") ? "" : begin.group(2);
                    prefix = begin.group(1);
                } else if (!row.isEmpty() && END_OF_ROW.matcher(tag).matches()) {
                    String text = texts.get(Long.valueOf(row));
                    if (text != null) {
                        out.write(cell(prefix, column + row, text).getBytes(StandardCharsets.UTF_8));
                    }
                    row = "";
                }
                other(tag.getBytes(StandardCharsets.ISO_8859_1));
            }

            @Override
            public void other(byte[] bytes) throws IOException {
                out.write(bytes);
            }
        });
    }

    private static String cell(String prefix, String place, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<%1$sc r=\"%2$s\" t=\"inlineStr\"><%1$sis><%1$st>%3$s</%1$st></%1$sis></%1$sc>"
                .formatted(prefix, place, escaped);
    }

    private static void cut(InputStream sheet, Pieces pieces) throws IOException {
        var open = new ByteArrayOutputStream(LONGEST_TAG);
        boolean isTag = false;
        for (int next = sheet.read(); next >= 0; next = sheet.read()) {
            if (next == '<' || open.size() >= LONGEST_TAG) {
                pieces.other(open.toByteArray());
                open.reset();
                isTag = next == '<';
            }
            open.write(next);
            if (isTag && next == '>') {
                pieces.tag(open.toString(StandardCharsets.ISO_8859_1));
                open.reset();
                isTag = false;
            }
        }
        pieces.other(open.toByteArray());
    }

    private static int number(String column) {
        int number = 0;
        for (char letter : column.toCharArray()) {
            number = number * LETTERS + letter - 'A' + 1;
        }
        return number;
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
