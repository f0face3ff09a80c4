package org.opencmas.fees.report.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.fees.upload.ReportedRow;

/**
 * A saving of what a contractor says about a report.
 *
 * @param version counts the savings of the report from 1
 */
public record ReportDraft(int version, Origin origin, Instant savedAt, String savedBy, Content content) {
    /** How it came in. */
    @Schema(name = "ReportDraftOrigin")
    public enum Origin {
        LINES,
        UPLOAD
    }

    /**
     * All that it says; what is said later takes its place as a whole.
     *
     * @param answers to pre-filled lines, at most one to each
     * @param added orders that are not among the pre-filled lines
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Content(List<LineAnswer> answers, List<ReportedRow> added) {
        public Content {
            answers = List.copyOf(answers);
            added = List.copyOf(added);
        }
    }
}
