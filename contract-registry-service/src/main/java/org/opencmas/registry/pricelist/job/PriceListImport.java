package org.opencmas.registry.pricelist.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Actor;
import org.opencmas.registry.pricelist.ImportPriceList.Target;
import org.opencmas.registry.pricelist.file.WorkbookFile;

/**
 * One file of a price list and how far it is.
 *
 * @param dryRun whether it is only checked
 */
record PriceListImport(
        UUID importId,
        Target target,
        boolean dryRun,
        SentFile file,
        Sender by,
        Progress progress,
        Course course,
        End end) {
    /** What the file is written in. */
    @Schema(name = "PriceListImportFormat")
    enum Format {
        CSV,
        XLSX
    }

    /** Where it stands. */
    @Schema(name = "PriceListImportState")
    enum State {
        WAITING,
        RUNNING,
        /** The list is published, or was before with the same lines. */
        PUBLISHED,
        /** Of a dry run: the file is sound, and nothing of it was stored. */
        CHECKED,
        /** Something is wrong with it; nothing of it was published. */
        REFUSED,
        /** Left off when it was asked for; nothing of it was published. */
        CANCELLED,
        /** Given up, since it did not come forward; nothing of it was published, and the file may be sent again. */
        FAILED;

        boolean isOpen() {
            return this == WAITING || this == RUNNING;
        }
    }

    /**
     * The bytes that are read.
     *
     * @param sourceId whose pieces they are: the import's own, or those of the one whose rows it corrects
     * @param correctionOf the import whose faulty rows it corrects; null for a file of its own
     * @param sha256 in hexadecimal digits
     * @param removedAt when the bytes were removed, some time after all imports that read them had ended; null while they are kept
     */
    record SentFile(
            UUID sourceId,
            @Nullable UUID correctionOf,
            Format format,
            String sha256,
            long byteCount,
            @Nullable Instant removedAt) {
        boolean isWorkbook() {
            return format == Format.XLSX;
        }
    }

    /** Who sent it and when; the list is published in this name. */
    record Sender(Actor actor, String name, Instant at) {}

    /**
     * How far it is.
     *
     * @param rows read so far, faulty ones included
     * @param wrong those of them in which something is wrong
     */
    record Progress(State state, long rows, long wrong, int starts) {
        static final Progress NONE = new Progress(State.WAITING, 0, 0, 0);
    }

    /** When it was worked on; who had it left off, or why it was given up. */
    record Course(
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String cancelledBy,
            @Nullable String failure) {
        static final Course NONE = new Course(null, null, null, null);
    }

    /**
     * What came of it.
     *
     * @param problem why it was refused, as a request is answered, JSON; null when it was not
     * @param correctable whether sending its faulty rows alone can mend it
     */
    record End(
            @Nullable UUID listId,
            List<WorkbookFile.PassedOver> passedOver,
            @Nullable String problem,
            boolean correctable) {
        static final End NONE = new End(null, List.of(), null, false);
    }

    State state() {
        return progress.state();
    }
}
