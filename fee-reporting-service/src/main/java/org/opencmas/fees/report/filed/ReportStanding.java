package org.opencmas.fees.report.filed;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.obligation.ReportObligation;
import org.opencmas.fees.report.draft.LineKey;
import org.opencmas.fees.report.draft.ReportDraft;
import org.opencmas.fees.report.draft.Reported;
import org.opencmas.fees.report.statement.Statement;
import org.opencmas.http.IfMatch;
import org.opencmas.problem.RefusedByRule;

/**
 * A report with all that was said about it.
 *
 * @param statement as the ledger has it
 * @param draft what the contractor saved and has not filed yet
 * @param reported the same, line by line
 * @param first its first filing
 * @param last the last correction of it
 * @param version for the ETag
 */
public record ReportStanding(
        ReportObligation obligation,
        Statement statement,
        Optional<ReportDraft> draft,
        Optional<Reported> reported,
        Optional<FiledStatement> first,
        Optional<ReportVersions.Version> last,
        long version) {
    public void require(@Nullable String ifMatch) {
        IfMatch.require(ifMatch, version);
    }

    /** The number of the version filed last; 0 while none is. */
    public int lastVersion() {
        return last.map(ReportVersions.Version::version).orElse(first.isPresent() ? 1 : 0);
    }

    /** The receipt number of the version filed last. */
    public String lastReceipt() {
        return last.map(ReportVersions.Version::receiptNumber)
                .orElseGet(() -> first.orElseThrow().receiptNumber());
    }

    /** A draft that answers a line which the ledger no longer has would be filed as something that its author never saw. */
    public void refuseOutdatedDraft() {
        Set<LineKey> known = statement.lines().stream().map(LineKey::of).collect(Collectors.toSet());
        boolean isOutdated = draft.stream()
                .flatMap(each -> each.content().answers().stream())
                .anyMatch(answer -> !known.contains(LineKey.of(answer)));
        if (isOutdated) {
            throw new RefusedByRule(
                    "draft-out-of-date",
                    "The draft answers a line that the report no longer has, since its order was changed. Read the report"
                            + " and save the draft anew.");
        }
    }
}
