package org.opencmas.fees.dashboard.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/** How reports stand. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReportFigures")
record ReportFigures(
        long expected,
        long filed,
        long filedInTime,
        long filedLate,
        long overdue,
        long open,
        @Nullable String punctuality,
        Usd feeDueFiled) {
    static final Map<String, String> DEFINITIONS = Map.of(
            "expected", "Reports that agreements' terms, or orders, make due for the quarter.",
            "filed", "Reports that were filed, at any time.",
            "filedInTime", "Reports first filed on their due date or before.",
            "filedLate", "Reports first filed after their due date.",
            "overdue", "Reports that are not filed although their due date is past, and not settled.",
            "open", "Reports that are neither filed nor overdue: not due yet, or settled.",
            "punctuality", "filedInTime divided by the reports that are filed or overdue.",
            "feeDueFiled", "The fee to be paid on the filed reports, rounded on each.");

    /** Reads expected, filed, filed late, fee and overdue from that column on. */
    static ReportFigures of(ResultSet row, int first) throws SQLException {
        long expected = row.getLong(first);
        long filed = row.getLong(first + 1);
        long late = row.getLong(first + 2);
        BigDecimal fee = row.getBigDecimal(first + 3);
        long overdue = row.getLong(first + 4);
        return new ReportFigures(
                expected,
                filed,
                filed - late,
                late,
                overdue,
                expected - filed - overdue,
                filed + overdue == 0
                        ? null
                        : BigDecimal.valueOf(filed - late)
                                .divide(BigDecimal.valueOf(filed + overdue), 4, RoundingMode.HALF_UP)
                                .toPlainString(),
                fee == null ? Usd.ZERO : Usd.of(fee));
    }
}
