package org.opencmas.console.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Reports;
import org.opencmas.console.client.Reports.Report;
import org.opencmas.console.client.Reports.ReportLine;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;

/**
 * What the page of one report shows.
 *
 * @param seen what the form began with, for saving and filing
 * @param meanwhile what changed since then, where it was refused for that
 * @param saved what the contractor saved and did not file yet
 * @param inputs the form
 * @param rows how many rows for added orders the form has
 * @param isMine whether the reader files it
 * @param said what has just been done; empty when nothing was
 */
record ReportView(
        Report report,
        Seen seen,
        Meanwhile meanwhile,
        Reports.@Nullable Reported saved,
        Inputs inputs,
        int rows,
        boolean isMine,
        String said,
        Panel<Reports.ReportVersions> versions) {
    static final Set<String> OPEN_TO_FILING = Set.of("DUE", "OVERDUE", "FILED", "SETTLED");

    /** A row for an added order. */
    public record AddedFields(int number, String prefix) {
        public String field(String name) {
            return prefix + name;
        }

        /** Returns the fields that are sent back as they came, unseen. */
        public List<String> kept() {
            return Stream.of("reseller", "agencyContact", "agencyAddress", "agencyPhone")
                    .map(this::field)
                    .toList();
        }
    }

    public boolean isFiled() {
        return report.state().equals("FILED");
    }

    /** Tells whether the reader may say something about it: not while its quarter runs. */
    public boolean mayWrite() {
        return isMine && OPEN_TO_FILING.contains(report.state());
    }

    /** Tells whether there is nothing to report, so that one click files it. */
    public boolean isZero() {
        return !isFiled() && report.lines().isEmpty() && report.uncomputable().isEmpty() && saved == null;
    }

    public String key(ReportLine line) {
        return ReportForm.key(line);
    }

    public String field(ReportLine line, String field) {
        return ReportForm.key(line) + "." + field;
    }

    public boolean isDisputed(ReportLine line) {
        return inputs.value(field(line, "answer")).equals("DISPUTED");
    }

    public List<AddedFields> added() {
        var list = new ArrayList<AddedFields>();
        for (int row = 0; row < rows; row++) {
            list.add(new AddedFields(row + 1, "added." + row + "."));
        }
        return list;
    }
}
