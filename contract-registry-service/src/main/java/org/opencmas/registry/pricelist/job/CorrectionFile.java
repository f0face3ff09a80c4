package org.opencmas.registry.pricelist.job;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencmas.csv.SpreadsheetText;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.registry.pricelist.file.PriceListFile;
import org.opencmas.registry.pricelist.job.FaultyRows.Place;
import org.opencmas.registry.pricelist.row.RowFaults;

/**
 * The faulty rows of an import as a CSV file that is mended and sent back: each with its sheet, its row and, at the end, what is wrong with
 * it. A row of which all cells were emptied is left out of the list; a row that was removed from the file is missed and asked for, since
 * nobody can tell whether its item is to go.
 */
final class CorrectionFile {
    private static final String SHEET = "sheet";
    private static final String ROW = "row";
    private static final String FAULTS = "faults";
    /** Most faults that are told, inclusive. */
    private static final int MOST_FAULTS = 1_000;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Map<Place, FaultyRow> faulty;
    private final List<Fault> wrong = new ArrayList<>();
    private final Map<Place, Map<String, String>> corrections = new LinkedHashMap<>();
    private @Nullable List<String> titles;

    private CorrectionFile(Map<Place, FaultyRow> faulty) {
        this.faulty = faulty;
    }

    /** @param rows gives the next faulty rows after one of that number, none after the last */
    static void write(OutputStream out, IntFunction<List<FaultyRow>> rows) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        List<String> header = new ArrayList<>(List.of(SHEET, ROW));
        header.addAll(PriceListFile.titles());
        header.add(FAULTS);
        csv.writeRecord(header);
        List<FaultyRow> page = rows.apply(0);
        while (!page.isEmpty()) {
            page.forEach(row -> csv.writeRecord(cells(row)));
            page = rows.apply(page.getLast().number());
        }
        csv.flush();
    }

    private static List<String> cells(FaultyRow row) {
        List<String> cells = new ArrayList<>(List.of(SpreadsheetText.safe(row.sheet()), Long.toString(row.row())));
        PriceListFile.titles()
                .forEach(title -> cells.add(SpreadsheetText.safe(row.cells().getOrDefault(title, ""))));
        cells.add(SpreadsheetText.safe(String.join(
                " ", row.faults().stream().map(CorrectionFile::sentence).toList())));
        return cells;
    }

    private static String sentence(Fault fault) {
        String column = fault.pointer().substring(fault.pointer().lastIndexOf('/') + 1);
        String place = PriceListFile.titles().contains(column) ? column + ": " : "";
        return place + fault.detail() + "." + (fault.remedy() == null ? "" : " " + fault.remedy());
    }

    /**
     * Reads a mended file.
     *
     * @param faulty the rows that it has to have, all of them
     * @return cells by title, none for a row that is left out
     * @throws RefusedByRule (422) with all that is wrong with the file
     */
    static Map<Place, Map<String, String>> read(InputStream bytes, List<FaultyRow> faulty) throws IOException {
        Map<Place, FaultyRow> byPlace = new LinkedHashMap<>();
        faulty.forEach(row -> byPlace.put(row.place(), row));
        var file = new CorrectionFile(byPlace);
        var unreadable = new RowFaults();
        PriceListFile.readRows(bytes, unreadable, file::take);
        file.wrong.addAll(0, unreadable.listed());
        if (file.wrong.isEmpty()) {
            file.requireAll();
        }
        if (!file.wrong.isEmpty()) {
            throw new RefusedByRule(
                    "price-list-corrections-refused",
                    "The corrections were not taken. Send each faulty row of the import once, as its corrections list them.",
                    file.wrong,
                    Map.of("listedFaults", file.wrong.size()));
        }
        return file.corrections;
    }

    private void take(long line, List<String> cells) {
        List<String> header = titles;
        if (header == null) {
            takeTitles(cells);
        } else if (header.contains(ROW)) {
            takeRow(line, header, cells);
        }
    }

    private void takeTitles(List<String> cells) {
        titles = cells.stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!titles.contains(ROW)) {
            fault(
                    "/rows/1/row",
                    "the column is missing",
                    "Send the columns as the corrections of the import have them.");
        }
    }

    private void takeRow(long line, List<String> header, List<String> cells) {
        // Also when what is too much is empty: a price such as 1,234.56 without quotes is two cells.
        if (cells.size() != header.size()) {
            fault(
                    "/rows/" + line,
                    "has " + cells.size() + " cells where the header has " + header.size(),
                    "Put a text or a price that contains a comma into double quotes.");
            return;
        }
        Map<String, String> byTitle = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byTitle.put(header.get(i), SpreadsheetText.before(cells.get(i)));
        }
        FaultyRow before = rowOf(line, byTitle);
        if (before == null) {
            return;
        }
        Map<String, String> kept = new LinkedHashMap<>();
        for (String title : PriceListFile.titles()) {
            String cell = byTitle.getOrDefault(title, "");
            if (before.cells().containsKey(title)) {
                kept.put(title, cell);
            } else if (!cell.isBlank()) {
                fault("/rows/" + line + "/" + title, "the file has no such column", "Leave the cell empty.");
            }
        }
        boolean isLeftOut = kept.values().stream().allMatch(String::isBlank);
        if (corrections.put(before.place(), isLeftOut ? Map.of() : kept) != null) {
            fault("/rows/" + line + "/row", "comes twice", "Send each row once.");
        }
    }

    private @Nullable FaultyRow rowOf(long line, Map<String, String> byTitle) {
        String number = byTitle.getOrDefault(ROW, "").strip();
        FaultyRow found = NUMBER.matcher(number).matches()
                ? faulty.get(new Place(byTitle.getOrDefault(SHEET, ""), Long.parseLong(number)))
                : null;
        if (found == null) {
            fault(
                    "/rows/" + line + "/row",
                    "is no faulty row of the import",
                    "Correct the rows that are listed; to change another one, send the whole file again.");
        }
        return found;
    }

    private void requireAll() {
        for (FaultyRow row : faulty.values()) {
            if (!corrections.containsKey(row.place())) {
                fault(
                        "",
                        "row " + row.row() + (row.sheet().isEmpty() ? "" : " of sheet " + row.sheet()) + " is missing",
                        "Send it corrected, or with all its cells but sheet and row empty to leave it out of the list.");
            }
        }
    }

    private void fault(String pointer, String detail, String remedy) {
        if (wrong.size() < MOST_FAULTS) {
            wrong.add(new Fault(pointer, detail, remedy));
        }
    }
}
