package org.opencmas.testkit.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small workbook of one sheet, each part of which can be exchanged for another. */
final class HostileWorkbook {
    static final String WORKBOOK = "xl/workbook.xml";
    static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private HostileWorkbook() {}

    /** @param cells of the one row below the titles; each is a cell's inner part or a text */
    static HostileWorkbook of(HostileTable table, List<String> cells) {
        return withSheet(sheet(
                "", row(1, table.titles().stream().map(HostileWorkbook::text).toList()) + row(2, cells)));
    }

    static HostileWorkbook withSheet(String sheet) {
        HostileWorkbook book = new HostileWorkbook();
        book.with(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/" + WORKBOOK + "\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/" + SHEET + "\" ContentType=\"" + TYPES + "worksheet+xml\"/>"
                        + "<Override PartName=\"/" + STRINGS + "\" ContentType=\"" + TYPES
                        + "sharedStrings+xml\"/></Types>");
        book.with(
                "_rels/.rels",
                relations("<Relationship Id=\"rId1\" Type=\"" + RELATION + "/officeDocument\" Target=\"" + WORKBOOK
                        + "\"/>"));
        book.with(WORKBOOK, workbook(""));
        book.with(RELATIONS, relationsTo("worksheets/sheet1.xml"));
        book.with(STRINGS, strings("", "1.00"));
        book.with(SHEET, sheet);
        return book;
    }

    static String workbook(String before) {
        return before + "<workbook " + MAIN + " xmlns:r=\"" + RELATION
                + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    }

    static String strings(String before, String first) {
        return before + "<sst " + MAIN + " count=\"1\" uniqueCount=\"1\"><si><t>" + first + "</t></si></sst>";
    }

    static String sheet(String before, String rows) {
        return before + "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static String relationsTo(String sheet) {
        return relations("<Relationship Id=\"rId1\" Type=\"" + RELATION + "/worksheet\" Target=\"" + sheet + "\"/>"
                + "<Relationship Id=\"rId2\" Type=\"" + RELATION + "/sharedStrings\" Target=\"sharedStrings.xml\"/>");
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner
                + "</Relationships>";
    }

    static String row(int number, List<String> cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.size(); i++) {
            row.append(cells.get(i).replaceFirst("<c ", "<c r=\"" + (char) ('A' + i) + number + "\" "));
        }
        return row.append("</row>").toString();
    }

    static String text(String text) {
        String written = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + written + "</t></is></c>";
    }

    static String formula(String formula) {
        return "<c t=\"str\"><f>" + formula.replace("&", "&amp;").replace("<", "&lt;") + "</f><v>x</v></c>";
    }

    HostileWorkbook with(String part, String text) {
        return with(part, text.getBytes(StandardCharsets.UTF_8));
    }

    HostileWorkbook with(String part, byte[] bytes) {
        parts.put(part, bytes);
        return this;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same with blanks after a part, which weigh nothing packed. */
    byte[] blownUp(String part, int megabytes) {
        var out = new ByteArrayOutputStream();
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                for (int i = 0; i < megabytes && each.getKey().equals(part); i++) {
                    zip.write(blanks);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
