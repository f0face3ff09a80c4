package org.opencmas.fees.report.saving;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.report.draft.LineAnswer;
import org.opencmas.fees.upload.ReportColumn;
import org.opencmas.fees.upload.ReportRowRules;
import org.opencmas.fees.upload.ReportedRow;
import org.opencmas.fees.upload.RowFault;
import org.opencmas.problem.body.FieldReader;

/** Names the faults of a report's lines, saved as JSON, by their places in the body. */
final class LineFaults {
    private LineFaults() {}

    /** An entry that is absent, or lacks what a rule looks at, is passed over by that rule. */
    static void check(
            FieldReader fields,
            List<? extends @Nullable LineAnswer> answers,
            AnswerRules ofAnswers,
            List<? extends @Nullable ReportedRow> added,
            ReportRowRules ofRows) {
        for (int i = 0; i < answers.size(); i++) {
            LineAnswer answer = answers.get(i);
            if (answer != null) {
                ofAnswers.check("/answers/" + i, answer).forEach(fields::fault);
            }
        }
        for (int i = 0; i < added.size(); i++) {
            ReportedRow row = added.get(i);
            if (row != null) {
                for (RowFault fault : ofRows.check(i, row)) {
                    String field = ReportColumn.fieldOf(fault.column());
                    fields.fault(
                            "/added/" + i + (field.isEmpty() ? "" : "/" + field),
                            fault.column() + " " + fault.detail(),
                            fault.remedy());
                }
            }
        }
    }
}
