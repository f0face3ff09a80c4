package org.opencmas.fees.upload;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook's first sheet, whose cells are read as a person sees them. {@link WorkbookGuard} has looked at it before. */
final class WorkbookRows implements ReportFile.Rows {
    /** More than are read of a row, so that one with too many is told from one with just enough. */
    private static final int MOST_CELLS = 101;
    /** More than the digits of 1E308, the largest number of a spreadsheet. */
    private static final int MAX_DIGITS = 400;

    private static final LocalDate FIRST_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);

    private final ReadableWorkbook workbook;
    private final Stream<Row> sheet;
    private final Iterator<Row> each;
    private final LocalDate firstDay;
    private final List<Boolean> dates = new ArrayList<>();

    private WorkbookRows(ReadableWorkbook workbook, Stream<Row> sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.each = sheet.iterator();
        this.firstDay = workbook.isDate1904() ? FIRST_OF_1904 : FIRST_OF_1900;
    }

    static WorkbookRows open(Path file) throws ReportFile.Unreadable {
        WorkbookGuard.refuseUnsound(file);
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile());
            return new WorkbookRows(workbook, workbook.getFirstSheet().openStream());
        } catch (IOException | RuntimeException e) {
            close(workbook);
            throw unreadable(e);
        }
    }

    private static void close(@Nullable ReadableWorkbook workbook) {
        try {
            if (workbook != null) {
                workbook.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable SheetRow next() throws ReportFile.Unreadable {
        try {
            if (!each.hasNext()) {
                return null;
            }
            Row row = each.next();
            var read = new SheetRow(row.getRowNum(), cells(row));
            if (dates.isEmpty() && !read.isBlank()) {
                read.cells()
                        .forEach(header ->
                                dates.add(ReportColumn.of(header).stream().anyMatch(ReportColumn.ORDER_DATE::equals)));
            }
            return read;
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** What the reader throws on a broken part of a workbook; anything else is a fault of this program and goes on. */
    private static ReportFile.Unreadable unreadable(Exception e) {
        if (e instanceof RuntimeException fault && !(e instanceof ExcelReaderException) && !isOfFile(e)) {
            throw fault;
        }
        return WorkbookGuard.noWorkbook();
    }

    private static boolean isOfFile(Exception e) {
        return Stream.of(e.getStackTrace())
                .limit(12)
                .anyMatch(at -> at.getClassName().startsWith("org.dhatim.")
                        || at.getClassName().startsWith("com.fasterxml.aalto."));
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        workbook.close();
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        int count = Math.min(row.getCellCount(), MOST_CELLS);
        for (int i = 0; i < count; i++) {
            boolean isDate = i < dates.size() && dates.get(i);
            cells.add(row.getOptionalCell(i).map(cell -> text(cell, isDate)).orElse(""));
        }
        // Empty cells to the right are there for their borders and colors alone.
        while (!cells.isEmpty() && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        return cells;
    }

    private String text(Cell cell, boolean isDate) {
        if (cell.getType() == CellType.NUMBER
                || cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal) {
            BigDecimal number = (BigDecimal) cell.getValue();
            return isDate ? day(number) : number(number);
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return String.valueOf(cell.getValue()).toLowerCase(Locale.ROOT);
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    /** A spreadsheet's number is binary: cents that it shows as 239.95 may stand in the file as 239.95000000000002. */
    private static String number(BigDecimal number) {
        // A spreadsheet holds none beyond 1E308; written out, 1E600000000 would take all memory.
        if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS) {
            return number.toString();
        }
        BigDecimal rounded = number.setScale(9, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() <= 0 ? rounded.toBigInteger().toString() : rounded.toPlainString();
    }

    private String day(BigDecimal number) {
        long days = number.longValue();
        return days < 1 || days > 200_000
                ? number(number)
                : firstDay.plusDays(days).toString();
    }
}
