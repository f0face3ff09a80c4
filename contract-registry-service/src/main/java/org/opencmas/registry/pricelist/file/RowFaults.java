package org.opencmas.registry.pricelist.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;

/** Collects everything that is wrong with a file. All faults are counted; the first 1,000 are listed. */
public final class RowFaults {
    /** Most faults listed in the answer, inclusive; the total is always told. */
    static final int LISTED = 1_000;

    private static final int SHOWN_CHARACTERS = 60;

    private final List<Fault> listed = new ArrayList<>();
    private int total;

    public boolean isEmpty() {
        return total == 0;
    }

    public int total() {
        return total;
    }

    public List<Fault> listed() {
        return List.copyOf(listed);
    }

    /** A fault of the file as a whole. */
    void ofFile(String detail, String remedy) {
        add(new Fault("", detail, remedy));
    }

    void ofHeader(String name, String detail, String remedy) {
        add(new Fault("/rows/1/" + name, detail, remedy));
    }

    void ofRow(long row, String detail, String remedy) {
        add(new Fault("/rows/" + row, detail, remedy));
    }

    /** @param row the line number in the file, the header being 1 */
    void ofCell(long row, Column column, String value, String detail, String remedy) {
        add(new Fault("/rows/" + row + "/" + column.title(), shown(value) + " " + detail, remedy));
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
