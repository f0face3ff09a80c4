package org.opencmas.fees.report.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.upload.ReportedRow;

/**
 * A saving of what a contractor says about a report.
 *
 * @param version counts the savings of the report from 1
 * @param addedRows how many added orders stand as rows of their own, since they are more than {@value #MOST_IN_DOCUMENT}; then the content has none
 * @param fileSha256 of the file that it came in, hexadecimal; null where it came in no file
 */
public record ReportDraft(
        int version,
        Origin origin,
        Instant savedAt,
        String savedBy,
        Content content,
        int addedRows,
        @Nullable String fileSha256) {
    /** Most added orders, and most answers that come as JSON, that one document holds, inclusive. */
    public static final int MOST_IN_DOCUMENT = 5_000;

    /** How it came in. */
    @Schema(name = "ReportDraftOrigin")
    public enum Origin {
        LINES,
        UPLOAD
    }

    /** How many orders it adds. */
    public int addedCount() {
        return addedRows + content.added().size();
    }

    /** Whether the same file said the same of the same lines; the added orders of a file follow from the two. */
    public boolean isSameUpload(ReportDraft other) {
        return fileSha256 != null
                && Objects.equals(fileSha256, other.fileSha256)
                && addedRows == other.addedRows
                && content.equals(other.content);
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
