package org.opencmas.registry.pricelist.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.opencmas.problem.RefusedByRule;

/**
 * A workbook as it was sent, with one more column behind the last: at each faulty row what is wrong and what to do. Nothing else of it is
 * touched. A fault of the file as a whole stands at its first titled sheet's first row, or nowhere when no sheet can be read.
 */
public final class MarkedWorkbook {
    private static final Pattern ROW = Pattern.compile("<row\\b[^>]*?\\br=\"(\\d+)\"[^>]*?(/)?>");
    private static final Pattern COLUMN = Pattern.compile("<c\\b[^>]*?\\br=\"([A-Z]{1,3})\\d+\"");
    private static final int LETTERS = 26;
    /** Most bytes of a sheet that is given back, unpacked, inclusive. */
    private static final int MAX_SHEET_BYTES = 128 * 1024 * 1024;

    private MarkedWorkbook() {}

    /**
     * Checks the workbook as an import would and writes it with its faults.
     *
     * @return how many faults there are
     * @throws RefusedByRule (422) when it cannot be read at all or is too large, with the reason
     */
    public static int mark(InputStream bytes, OutputStream out) throws IOException, SQLException {
        Path file = Files.createTempFile("cmas-price-list-", ".xlsx");
        try {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            var faults = new RowFaults();
            if (!WorkbookGuard.isSound(file, faults)) {
                throw faults.refusal(0);
            }
            try (InputStream sent = Files.newInputStream(file)) {
                WorkbookFile.read(sent, faults, line -> {});
            }
            if (faults.byRow().isEmpty() && !faults.isEmpty()) {
                throw faults.refusal(0);
            }
            write(file, faults, out);
            return faults.total();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void write(Path file, RowFaults faults, OutputStream out) throws IOException {
        try (var workbook = new ZipFile(file.toFile());
                var marked = new ZipOutputStream(out)) {
            Map<String, String> sheetOfPart = sheets(workbook);
            Enumeration<? extends ZipEntry> entries = workbook.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                marked.putNextEntry(new ZipEntry(entry.getName()));
                Map<Long, String> texts =
                        faults.byRow().getOrDefault(sheetOfPart.getOrDefault(entry.getName(), ""), Map.of());
                try (InputStream part = workbook.getInputStream(entry)) {
                    if (texts.isEmpty() || !sheetOfPart.containsKey(entry.getName())) {
                        part.transferTo(marked);
                    } else {
                        String sheet = new String(held(part, entry.getName(), MAX_SHEET_BYTES), StandardCharsets.UTF_8);
                        marked.write(withColumn(sheet, texts).getBytes(StandardCharsets.UTF_8));
                    }
                }
                marked.closeEntry();
            }
        }
    }

    /** A sheet is marked in memory. */
    static byte[] held(InputStream part, String name, int most) throws IOException {
        byte[] sheet = part.readNBytes(most + 1);
        if (sheet.length > most) {
            throw new RefusedByRule(
                    "price-list-too-large-to-mark",
                    "The workbook's " + name + " unpacks to more than " + most
                            + " bytes and is not given back with its faults."
                            + " Import it: the answer names them. Or send it in parts.");
        }
        return sheet;
    }

    /** The sheet with a cell at the end of each faulty row, in the column behind the last of all. */
    static String withColumn(String sheet, Map<Long, String> texts) {
        String column = letters(lastColumn(sheet) + 1);
        StringBuilder marked = new StringBuilder(sheet.length() + 1024);
        Matcher row = ROW.matcher(sheet);
        int copied = 0;
        while (row.find(copied)) {
            int end = row.group(2) == null ? sheet.indexOf("</row>", row.end()) : -1;
            String text = texts.get(Long.valueOf(row.group(1)));
            if (end < 0) {
                marked.append(sheet, copied, row.end());
                copied = row.end();
                continue;
            }
            marked.append(sheet, copied, end);
            if (text != null) {
                marked.append("<c r=\"").append(column).append(row.group(1)).append("\" t=\"inlineStr\"><is><t>");
                marked.append(escaped(text)).append("</t></is></c>");
            }
            copied = end;
        }
        return marked.append(sheet, copied, sheet.length()).toString();
    }

    private static int lastColumn(String sheet) {
        int last = 0;
        Matcher cell = COLUMN.matcher(sheet);
        while (cell.find()) {
            int number = 0;
            for (char letter : cell.group(1).toCharArray()) {
                number = number * LETTERS + letter - 'A' + 1;
            }
            last = Math.max(last, number);
        }
        return last;
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Name of the sheet by the part that holds it. */
    private static Map<String, String> sheets(ZipFile workbook) throws IOException {
        Map<String, String> targets = new HashMap<>();
        attributes(workbook, "xl/_rels/workbook.xml.rels", "Relationship", found -> {
            String target = found.getOrDefault("Target", "");
            targets.put(found.getOrDefault("Id", ""), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        });
        Map<String, String> sheets = new HashMap<>();
        attributes(workbook, "xl/workbook.xml", "sheet", found -> {
            String part = targets.get(found.getOrDefault("id", ""));
            if (part != null) {
                sheets.put(part, found.getOrDefault("name", ""));
            }
        });
        return sheets;
    }

    private static void attributes(
            ZipFile workbook, String part, String element, java.util.function.Consumer<Map<String, String>> each)
            throws IOException {
        ZipEntry entry = workbook.getEntry(part);
        if (entry == null) {
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream bytes = workbook.getInputStream(entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && Objects.equals(xml.getLocalName(), element)) {
                    Map<String, String> found = new HashMap<>();
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        found.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                    }
                    each.accept(found);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("the workbook's " + part + " cannot be read", e);
        }
    }
}
