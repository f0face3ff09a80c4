package org.opencmas.order.orderimport;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.intake.Requester;

/**
 * One file of orders and how far it is.
 *
 * @param by who sent it: each order is placed in this name
 * @param orders how many the file has
 * @param pieces in how many pieces the file is kept
 */
record OrderImport(
        UUID importId,
        UUID agencyId,
        Mode mode,
        Format format,
        String sha256,
        Instant sentAt,
        Requester by,
        int orders,
        int pieces,
        State state,
        Progress progress,
        Course course) {
    /** What becomes of a file in which something is wrong. */
    @Schema(name = "OrderImportMode")
    enum Mode {
        /** The sound orders are placed, the others refused, each by itself. */
        CONTINUE,
        /** All orders are placed, or none. */
        ATOMIC
    }

    /** What the file is written in. */
    @Schema(name = "OrderImportFormat")
    enum Format {
        CSV,
        JSON_LINES
    }

    /** Where it stands. */
    @Schema(name = "OrderImportState")
    enum State {
        WAITING,
        RUNNING,
        /** Every order has its result. */
        DONE,
        /** An atomic file with a faulty order: nothing of it was placed. */
        REFUSED,
        /** Left off when the agency asked for it; what was placed before stays. */
        CANCELLED,
        /** Given up, since it did not come forward; what was placed before stays, and the file may be sent again. */
        FAILED;

        boolean isOpen() {
            return this == WAITING || this == RUNNING;
        }
    }

    /**
     * How far it is.
     *
     * @param piecesDone the next piece that is to be worked on
     * @param starts how often work on that piece was begun without an end
     */
    record Progress(int piecesDone, int starts, Counts counts) {}

    /**
     * What became of the orders so far.
     *
     * @param unchanged those that were there before, told alike: nothing was to be done
     */
    record Counts(int placed, int unchanged, int refused) {
        static final Counts NONE = new Counts(0, 0, 0);

        int all() {
            return placed + unchanged + refused;
        }

        Counts plus(OrderResult.State state) {
            return switch (state) {
                case PLACED -> new Counts(placed + 1, unchanged, refused);
                case UNCHANGED -> new Counts(placed, unchanged + 1, refused);
                case REFUSED -> new Counts(placed, unchanged, refused + 1);
            };
        }
    }

    /**
     * When it was worked on; who had it left off, or why it was given up.
     *
     * @param askedToEnd who asked to have it left off; null when nobody did
     * @param waiting the trouble that is waited out; null when there is none
     */
    record Course(
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String cancelledBy,
            @Nullable String failure,
            @Nullable AskedToEnd askedToEnd,
            @Nullable Waiting waiting) {
        static final Course NONE = new Course(null, null, null, null, null, null);
    }

    /** That somebody asked to have it left off. */
    record AskedToEnd(Instant at, String by) {}

    /**
     * Trouble that passes.
     *
     * @param times how often in a row
     * @param why in words
     * @param until when it is tried again
     */
    record Waiting(int times, String why, Instant until) {}
}
