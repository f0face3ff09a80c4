package org.opencmas.registry.pricelist.file;

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
    /** Most faults listed in the answer, inclusive; the total is always told. */
    static final int LISTED = 1_000;

    private static final int NOTED_ROWS = 20_000;
    private static final int SHOWN_CHARACTERS = 60;

    private final List<Fault> listed = new ArrayList<>();
    private int total;
    private String place = "";
    private String sheet = "";
    private final Map<String, Map<Long, String>> byRow = new HashMap<>();

    public boolean isEmpty() {
        return total == 0;
    }

    public int total() {
        return total;
    }

    public List<Fault> listed() {
        return List.copyOf(listed);
    }

    /** What is reported from now on is of this sheet of a workbook; null for the file as a whole. */
    void onSheet(@Nullable String name) {
        sheet = name == null ? "" : name;
        place = name == null ? "" : "/sheets/" + Pointers.escaped(name);
    }

    /** A fault of the file as a whole. */
    void ofFile(String detail, String remedy) {
        add(new Fault("", detail, remedy));
    }

    void ofHeader(String name, String detail, String remedy) {
        add(new Fault(place + "/rows/1/" + name, detail, remedy));
    }

    void ofRow(long row, String detail, String remedy) {
        note(row, "", detail, remedy);
        add(new Fault(place + "/rows/" + row, detail, remedy));
    }

    /** @param row the line number in the file, the header being 1 */
    void ofCell(long row, Column column, String value, String detail, String remedy) {
        note(row, column.title() + ": " + shown(value) + " ", detail, remedy);
        add(new Fault(place + "/rows/" + row + "/" + column.title(), shown(value) + " " + detail, remedy));
    }

    /** What is wrong in each row, by sheet and row; the first {@value #NOTED_ROWS} rows. */
    Map<String, Map<Long, String>> byRow() {
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
                "price-list-refused",
                detail,
                listed(),
                Map.of("totalFaults", total, "listedFaults", listed.size(), "rowsRead", rows));
    }
}
