package org.opencmas.registry.pricelist.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.pricelist.row.Column;
import org.opencmas.registry.pricelist.row.Header;
import org.opencmas.registry.pricelist.row.ItemRows;
import org.opencmas.registry.pricelist.row.PriceLine;
import org.opencmas.registry.pricelist.row.RowCheck;
import org.opencmas.registry.pricelist.row.RowFaults;
import org.opencmas.registry.pricelist.row.SheetTitles;

/**
 * A price list as contractors send it, a workbook (.xlsx), read sheet by sheet and row by row. The row of titles is found by what stands in
 * it ({@link SheetTitles}); cells are read as a person sees them ({@link ShownCell}). The same checks apply as to a CSV file.
 *
 * <p>A row without a unit and without a price is no item: it is passed over and named, so that an item that lacks both is not lost unseen. A
 * row with nothing but a price of zero is what a template's formulas leave, and is passed over in silence. Hidden sheets are not read, and
 * that is said.
 */
public final class WorkbookFile {
    /** Most rows that are named as passed over, inclusive. */
    static final int NAMED = 50;

    private final RowFaults faults;
    private final PriceListFile.Lines lines;
    private final ItemRows items = new ItemRows();
    private final List<PassedOver> passedOver = new ArrayList<>();
    private long rows;
    private boolean titled;
    private Map<String, MergedCells.OfSheet> merged = Map.of();

    private WorkbookFile(RowFaults faults, PriceListFile.Lines lines) {
        this.faults = faults;
        this.lines = lines;
    }

    /**
     * What was not taken for an item.
     *
     * @param row its number in the sheet, 0 for the sheet as a whole
     * @param text what stands in its first cell, or why the sheet was not read
     */
    @Schema(name = "PassedOverRow")
    public record PassedOver(String sheet, int row, String text) {}

    /**
     * What was read.
     *
     * @param rows items, faulty ones included
     * @param passedOver the first {@value #NAMED}
     */
    public record Read(long rows, List<PassedOver> passedOver) {}

    public static Read read(InputStream bytes, RowFaults faults, PriceListFile.Lines lines)
            throws IOException, SQLException {
        Path file = Files.createTempFile("cmas-price-list-", ".xlsx");
        try {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            var reading = new WorkbookFile(faults, lines);
            var merged = new MergedCells();
            if (WorkbookGuard.isSound(file, faults, merged)) {
                reading.merged = merged.bySheet(file);
                reading.read(file);
            }
            return new Read(reading.rows, List.copyOf(reading.passedOver));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void read(Path file) throws IOException, SQLException {
        try (ReadableWorkbook workbook = open(file)) {
            Set<String> names = new HashSet<>();
            for (Sheet sheet : workbook.getSheets().toList()) {
                // What is wrong in a row is kept by the sheet's name and the row's number: both have to tell it from
                // every other.
                if (!names.add(sheet.getName())) {
                    faults.ofFile("two sheets have the same name", "Give each sheet a name of its own.");
                    return;
                }
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    if (!isRead(sheet)) {
                        return;
                    }
                } else {
                    passOver(sheet.getName(), 0, "the sheet is hidden and was not read");
                }
            }
        } catch (ExcelReaderException e) {
            faults.ofFile(
                    "the workbook cannot be read", "Open it in a spreadsheet program and save it as .xlsx again.");
            return;
        }
        faults.onSheet(null);
        if (!titled) {
            faults.ofFile(
                    "no sheet has a row with titles for description, unit and price",
                    "Name the columns item_id, description, unit and price, or as the federal templates do.");
        } else if (rows == 0) {
            faults.ofFile("the workbook has titles and no items", "Send one row per item.");
        }
    }

    /** A workbook without formats, as some programs write it, shows its numbers plain. */
    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (ExcelReaderException withoutFormats) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, false));
        }
    }

    /** False when its rows cannot be told from each other. */
    private boolean isRead(Sheet sheet) throws IOException, SQLException {
        faults.onSheet(sheet.getName());
        try (Stream<Row> stream = sheet.openStream()) {
            Iterator<Row> each = stream.iterator();
            SheetTitles titles = null;
            Header header = null;
            RowCheck check = null;
            int before = 0;
            while (each.hasNext() && rows <= PriceListFile.MAX_LINES) {
                Row row = each.next();
                if (row.getRowNum() <= before) {
                    faults.ofLostRows(
                            row.getRowNum(),
                            "row numbers are not ascending: row " + row.getRowNum() + " stands behind row " + before,
                            "Open it in a spreadsheet program and save it as .xlsx again.");
                    return false;
                }
                if (hasACellTwice(row)) {
                    faults.ofLostRows(
                            row.getRowNum(),
                            "one of its cells comes twice, and nobody sees which of the two counts",
                            "Open it in a spreadsheet program and save it as .xlsx again.");
                    return false;
                }
                before = row.getRowNum();
                if (titles == null || header == null || check == null) {
                    Optional<SheetTitles> found = SheetTitles.in(row);
                    if (found.isPresent()) {
                        titled = true;
                        titles = found.get();
                        titles.noteRepeated(faults);
                        header = Header.read(titles.titles(), faults);
                        check = new RowCheck(header, faults, items);
                    } else if (row.getRowNum() > SheetTitles.SEARCHED_ROWS) {
                        return true;
                    }
                } else {
                    take(sheet.getName(), row, titles, header, check);
                }
            }
            if (rows > PriceListFile.MAX_LINES) {
                faults.ofFile("the list has more than 1,000,000 lines", "Split it over supplements.");
            }
            return true;
        }
    }

    /** The reader keeps the last of two cells with the same reference, and counts both. */
    private static boolean hasACellTwice(Row row) {
        return row.stream().filter(Objects::nonNull).count() < row.getPhysicalCellCount();
    }

    private void take(String sheet, Row row, SheetTitles titles, Header header, RowCheck check) throws SQLException {
        String unit = text(row, titles, Column.UNIT);
        String price = text(row, titles, Column.PRICE);
        String words = text(row, titles, Column.DESCRIPTION) + text(row, titles, Column.ITEM_ID);
        if (unit.isEmpty() && (price.isEmpty() || words.isEmpty() && isZero(price))) {
            first(row).ifPresent(text -> {
                if (price.isEmpty()) {
                    passOver(sheet, row.getRowNum(), text);
                }
            });
            return;
        }
        List<String> seen = titles.columns().stream()
                .map(column -> ShownCell.of(cell(row, titles, column), column).text())
                .toList();
        List<String> cells = faults.corrected(row.getRowNum(), seen, header);
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        rows++;
        boolean readable = cells != seen || areReadable(sheet, row, titles);
        PriceLine line = readable ? check.check(row.getRowNum(), cells) : null;
        faults.endRow(row.getRowNum(), cells, header);
        if (line != null && faults.isEmpty()) {
            lines.take(line);
        }
    }

    private boolean areReadable(String sheet, Row row, SheetTitles titles) {
        int before = faults.total();
        MergedCells.OfSheet ofSheet = merged.getOrDefault(sheet, MergedCells.none());
        for (Column column : titles.columns()) {
            ShownCell shown = ShownCell.of(cell(row, titles, column), column);
            if (shown.fault() != null) {
                faults.ofCell(row.getRowNum(), column, shown.text(), shown.fault(), shown.remedy());
            }
            ofSheet.misleadingAt(row.getRowNum(), titles.position(column))
                    .ifPresent(range -> faults.ofCell(
                            row.getRowNum(),
                            column,
                            shown.text(),
                            "is in the merged cells " + range,
                            "Unmerge them and write the value in each row to which it belongs."));
        }
        return faults.total() == before;
    }

    private void passOver(String sheet, int row, String text) {
        if (passedOver.size() < NAMED) {
            passedOver.add(new PassedOver(sheet, row, text.length() <= 100 ? text : text.substring(0, 100) + "..."));
        }
    }

    private static String text(Row row, SheetTitles titles, Column column) {
        return titles.has(column)
                ? ShownCell.of(cell(row, titles, column), column).text().strip()
                : "";
    }

    private static @Nullable Cell cell(Row row, SheetTitles titles, Column column) {
        return row.getOptionalCell(titles.position(column)).orElse(null);
    }

    private static boolean isZero(String price) {
        return price.matches("0(\\.0*)?");
    }

    /** What stands in the first cell that is not blank. */
    private static Optional<String> first(Row row) {
        return row.stream()
                .filter(cell -> cell != null)
                .map(Cell::getText)
                .map(text -> text == null ? "" : text.strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
