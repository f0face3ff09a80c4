package org.opencmas.registry.pricelist.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.pricelist.PublishedList;
import org.opencmas.registry.pricelist.file.WorkbookFile;
import org.opencmas.registry.pricelist.job.PriceListImport.Course;
import org.opencmas.registry.pricelist.job.PriceListImport.Format;
import org.opencmas.registry.pricelist.job.PriceListImport.State;

/**
 * An import as it is answered: what is published of it is everybody's, the progress of its file the Department's.
 *
 * @param effectiveFrom first day of its prices; null before the list is published when it was left to the supplement
 * @param rows of the list; null before it is published, as the parts, the hash, the instant and the place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PriceListImportView")
record ImportView(
        UUID id,
        State state,
        String cmasNumber,
        int supplementNumber,
        @Nullable LocalDate effectiveFrom,
        @Nullable Integer rows,
        @Nullable Integer parts,
        @Nullable String sha256,
        @Nullable Instant publishedAt,
        @Nullable String priceList,
        List<WorkbookFile.PassedOver> passedOver,
        @Nullable ProgressView progress) {
    /**
     * How far an import that goes on by itself is, and what came of it.
     *
     * @param fileSha256 in hexadecimal digits
     * @param fileRemovedAt when the sent file was removed, some time after its import ended; null while it is kept
     * @param correctionOf the import whose faulty rows it corrects; null for a file of its own
     * @param rowsRead faulty ones included
     * @param rowsPerSecond of those read, since it was begun, rounded down; null before
     * @param failure why it was given up; null when it was not
     * @param problem why it was refused; null when it was not
     * @param correctable whether it can be mended by sending its faulty rows alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PriceListImportProgress")
    record ProgressView(
            Format format,
            boolean dryRun,
            String fileSha256,
            long fileBytes,
            @Nullable Instant fileRemovedAt,
            @Nullable UUID correctionOf,
            long rowsRead,
            long rowsWrong,
            @Nullable Long rowsPerSecond,
            Instant sentAt,
            String sentBy,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String cancelledBy,
            @Nullable String failure,

            @JsonRawValue @Schema(ref = "#/components/schemas/Problem") @Nullable
            String problem,

            boolean correctable,
            String faultyRows) {
        static ProgressView of(PriceListImport one, Instant now) {
            Course course = one.course();
            return new ProgressView(
                    one.file().format(),
                    one.dryRun(),
                    one.file().sha256(),
                    one.file().byteCount(),
                    one.file().removedAt(),
                    one.file().correctionOf(),
                    one.progress().rows(),
                    one.progress().wrong(),
                    perSecond(one.progress().rows(), course, now),
                    one.by().at(),
                    one.by().name(),
                    course.startedAt(),
                    course.endedAt(),
                    course.cancelledBy(),
                    course.failure(),
                    one.end().problem(),
                    one.end().correctable() && one.file().removedAt() == null,
                    "/v1/price-list-imports/" + one.importId() + "/faulty-rows");
        }

        private static @Nullable Long perSecond(long rows, Course course, Instant now) {
            Instant from = course.startedAt();
            if (from == null) {
                return null;
            }
            Instant until = course.endedAt() == null ? now : course.endedAt();
            return rows * 1000L / Math.max(1, Duration.between(from, until).toMillis());
        }
    }

    /** What everybody may know of a published list. */
    static ImportView of(PublishedList list, State state, List<WorkbookFile.PassedOver> passedOver) {
        return of(list.id(), list, state, passedOver, null);
    }

    /** @param list what was published of it; null before */
    static ImportView of(PriceListImport one, @Nullable PublishedList list, Instant now) {
        ProgressView progress = ProgressView.of(one, now);
        if (list != null) {
            return of(one.importId(), list, one.state(), one.end().passedOver(), progress);
        }
        return new ImportView(
                one.importId(),
                one.state(),
                one.target().number().canonical(),
                one.target().supplement(),
                one.target().effectiveFrom(),
                null,
                null,
                null,
                null,
                null,
                one.end().passedOver(),
                progress);
    }

    private static ImportView of(
            UUID id,
            PublishedList list,
            State state,
            List<WorkbookFile.PassedOver> passedOver,
            @Nullable ProgressView progress) {
        return new ImportView(
                id,
                state,
                list.cmasNumber(),
                list.supplementNumber(),
                list.effectiveFrom(),
                list.lineCount(),
                list.partCount(),
                list.sha256(),
                list.publishedAt(),
                "/v1/agreements/" + list.cmasNumber() + "/price-list?asOf=" + list.effectiveFrom(),
                passedOver,
                progress);
    }
}
