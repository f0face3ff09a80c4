package org.opencmas.fees.dashboard.export;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.dashboard.sales.SalesFilter;
import org.opencmas.terms.Usd;

/**
 * An export as it stands.
 *
 * @param filter pinned to a position
 * @param starts how often it was begun
 * @param end null while it is waiting or being written
 */
record DashboardExport(
        UUID exportId,
        Content content,
        Format format,
        SalesFilter filter,
        Request request,
        int starts,
        @Nullable End end) {
    /** What the rows of the file are. */
    @Schema(name = "DashboardExportContent")
    enum Content {
        /** The entries behind the figures. */
        LINES,
        /** The figures of each member. */
        FIGURES
    }

    /** The kind of file. */
    @Schema(name = "DashboardExportFormat")
    enum Format {
        CSV("text/csv", "csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        JSON("application/json", "json");

        private final String mediaType;
        private final String ending;

        Format(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        String mediaType() {
            return mediaType;
        }

        String ending() {
            return ending;
        }
    }

    /** Who asked for it, and when. */
    record Request(String by, Instant at) {}

    /**
     * How it came to its end.
     *
     * @param failure why there is no file; null when there is one
     * @param fileRemovedAt when the file was removed, which is kept for a time only; null while it is there
     */
    record End(
            Instant at,
            @Nullable String failure,
            @Nullable Totals totals,
            @Nullable Instant fileRemovedAt) {
        /** An end that comes now. */
        End(Instant at, @Nullable String failure, @Nullable Totals totals) {
            this(at, failure, totals, null);
        }

        boolean hasFile() {
            return totals != null && fileRemovedAt == null;
        }
    }

    /**
     * What is in the file.
     *
     * @param sales the sum of the column of sales, dollars
     * @param feeDue the sum of the column of fees, exact
     * @param sha256 of the file
     */
    record Totals(long rows, Usd sales, Usd feeDue, long bytes, String sha256) {}
}
