package org.opencmas.registry.pricelist.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.registry.pricelist.row.RowFaults;
import org.opencmas.registry.pricelist.row.RowWatch;

/**
 * A workbook as it was sent, with one more column behind the last: at each faulty row what is wrong and what to do. Nothing else of it is
 * touched. A fault of the file as a whole stands at its first titled sheet's first row, or nowhere when no sheet can be read.
 */
public final class MarkedWorkbook {
    private static final int BUFFER = 1 << 16;

    private MarkedWorkbook() {}

    /**
     * Checks the workbook as an import would and writes it with its faults.
     *
     * @return how many faults there are
     * @throws RefusedByRule (422) when it cannot be read at all, with the reason
     */
    public static int mark(InputStream bytes, OutputStream out) throws IOException, SQLException {
        return mark(bytes, RowWatch.NONE, out);
    }

    /** The same with rows in the place of some of the file's; those of the file come back. */
    public static int mark(InputStream bytes, RowWatch watch, OutputStream out) throws IOException, SQLException {
        Path file = Files.createTempFile("cmas-price-list-", ".xlsx");
        try {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            var faults = new RowFaults(watch);
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
                var marked = new ZipOutputStream(new BufferedOutputStream(out, BUFFER))) {
            Map<String, String> sheetOfPart = sheets(workbook);
            Enumeration<? extends ZipEntry> entries = workbook.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                marked.putNextEntry(new ZipEntry(entry.getName()));
                Map<Long, String> texts =
                        faults.byRow().getOrDefault(sheetOfPart.getOrDefault(entry.getName(), ""), Map.of());
                boolean isMarked = !texts.isEmpty() && sheetOfPart.containsKey(entry.getName());
                String column = isMarked ? columnBehindLast(workbook, entry) : "";
                try (InputStream part = new BufferedInputStream(workbook.getInputStream(entry))) {
                    if (isMarked) {
                        SheetMarks.copy(part, marked, column, texts);
                    } else {
                        part.transferTo(marked);
                    }
                }
                marked.closeEntry();
            }
        }
    }

    private static String columnBehindLast(ZipFile workbook, ZipEntry entry) throws IOException {
        try (InputStream part = new BufferedInputStream(workbook.getInputStream(entry))) {
            return SheetMarks.columnBehindLast(part);
        }
    }

    /** Name of the sheet by the part that holds it. */
    static Map<String, String> sheets(ZipFile workbook) throws IOException {
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
