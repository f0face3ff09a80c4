package org.opencmas.registry.pricelist.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.value.Pointers;

/** Collects everything that is wrong with a file. All faults are counted; the first 1,000 are listed. */
public final class RowFaults {
    /** The slug of the refusal of a file with faults. */
    public static final String REFUSED = "price-list-refused";

    /** Most faults listed in the answer, inclusive; the total is always told. */
    static final int LISTED = 1_000;

    private static final int NOTED_ROWS = 20_000;
    private static final int SHOWN_CHARACTERS = 60;

    private final List<Fault> listed = new ArrayList<>();
    private int total;
    private String place = "";
    private String sheet = "";
    private final Map<String, Map<Long, String>> byRow = new HashMap<>();
    private final List<Fault> ofFile = new ArrayList<>();
    private final List<Fault> ofOpenRow = new ArrayList<>();
    private final RowWatch watch;

    public RowFaults() {
        this(RowWatch.NONE);
    }

    /** @param watch is shown each row that was read, with what is wrong with it */
    public RowFaults(RowWatch watch) {
        this.watch = watch;
    }

    public boolean isEmpty() {
        return total == 0;
    }

    public int total() {
        return total;
    }

    public List<Fault> listed() {
        return List.copyOf(listed);
    }

    /** What is wrong with the file and not with a row of it: no correction of rows mends it. */
    public List<Fault> ofFile() {
        return List.copyOf(ofFile);
    }

    /** The cells to read: those of the row, or what was put in their place. */
    public List<String> corrected(long row, List<String> cells, Header header) {
        Map<String, String> corrected = watch.corrected(sheet, row);
        return corrected == null ? cells : header.row(corrected);
    }

    /** Shows a row that was read to its end to whoever watches. */
    public void endRow(long row, List<String> cells, Header header) {
        List<Fault> faults = List.copyOf(ofOpenRow);
        ofOpenRow.clear();
        watch.read(sheet, row, () -> header.byTitle(cells), faults);
    }

    /** The sheet being read; empty for a CSV file. */
    String sheet() {
        return sheet;
    }

    /** What is reported from now on is of this sheet of a workbook; null for the file as a whole. */
    public void onSheet(@Nullable String name) {
        sheet = name == null ? "" : name;
        place = name == null ? "" : "/sheets/" + Pointers.escaped(name);
    }

    /** A fault of the file as a whole. */
    public void ofFile(String detail, String remedy) {
        addOfFile(new Fault("", detail, remedy));
    }

    void ofHeader(String name, String detail, String remedy) {
        addOfFile(new Fault(place + "/rows/1/" + name, detail, remedy));
    }

    /** A row with which others are lost. */
    public void ofLostRows(long row, String detail, String remedy) {
        note(row, "", detail, remedy);
        addOfFile(new Fault(place + "/rows/" + row, detail, remedy));
    }

    private void addOfFile(Fault fault) {
        if (ofFile.size() < LISTED) {
            ofFile.add(fault);
        }
        add(fault);
    }

    void ofRow(long row, String detail, String remedy) {
        note(row, "", detail, remedy);
        addOfRow(new Fault(place + "/rows/" + row, detail, remedy));
    }

    private void addOfRow(Fault fault) {
        ofOpenRow.add(fault);
        add(fault);
    }

    /** @param row the line number in the file, the header being 1 */
    public void ofCell(long row, Column column, String value, String detail, String remedy) {
        note(row, column.title() + ": " + shown(value) + " ", detail, remedy);
        addOfRow(new Fault(place + "/rows/" + row + "/" + column.title(), shown(value) + " " + detail, remedy));
    }

    /** What is wrong in each row, by sheet and row; the first {@value #NOTED_ROWS} rows. */
    public Map<String, Map<Long, String>> byRow() {
        return byRow;
    }

    private void note(long row, String what, String detail, String remedy) {
        Map<Long, String> rows = byRow.computeIfAbsent(sheet, name -> new HashMap<>());
        if (rows.size() < NOTED_ROWS || rows.containsKey(row)) {
            rows.merge(row, what + detail + ". " + remedy, (first, next) -> first + " " + next);
        }
    }

    private void add(Fault fault) {
        total++;
        if (listed.size() < LISTED) {
            listed.add(fault);
        }
    }

    private static String shown(String value) {
        String printable = value.replaceAll("[\\p{Cntrl}\\x{FFFF}]", "?");
        int end = Math.min(printable.length(), SHOWN_CHARACTERS);
        return '"' + printable.substring(0, end) + (end < printable.length() ? "..." : "") + '"';
    }

    /** The refusal of the whole file: 422, nothing of it was stored. */
    public RefusedByRule refusal(long rows) {
        String detail = "The price list has " + total + (total == 1 ? " fault" : " faults")
                + "; nothing of it was stored. Mend the file and send it again.";
        return new RefusedByRule(
                REFUSED,
                detail,
                listed(),
                Map.of("totalFaults", total, "listedFaults", listed.size(), "rowsRead", rows));
    }
}
