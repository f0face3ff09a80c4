package org.opencmas.order.orderimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is answered.
 *
 * @param sha256 of the file, in hexadecimal digits
 * @param orders how many the file has
 * @param ordersRead how many have their result; those of an atomic file get it all at once
 * @param ordersPerSecond of those read, since it was begun, rounded down; null before
 * @param cancellationAskedAt when somebody asked to have it left off; null when nobody did
 * @param failure why it was given up; null when it was not
 * @param trouble what is waited out until {@code triedAgainAt}; null when nothing is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderImport")
record ImportView(
        UUID importId,
        UUID agencyId,
        OrderImport.Mode mode,
        OrderImport.Format format,
        OrderImport.State state,
        String sha256,
        int orders,
        int ordersRead,
        int ordersPlaced,
        int ordersUnchanged,
        int ordersRefused,
        @Nullable Long ordersPerSecond,
        Instant sentAt,
        String sentBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy,
        @Nullable Instant cancellationAskedAt,
        @Nullable String failure,
        @Nullable String trouble,
        @Nullable Instant triedAgainAt,
        String results) {
    static ImportView of(OrderImport one, Instant now) {
        OrderImport.Counts counts = one.progress().counts();
        OrderImport.Course course = one.course();
        OrderImport.AskedToEnd asked = course.askedToEnd();
        OrderImport.Waiting waiting = course.waiting();
        return new ImportView(
                one.importId(),
                one.agencyId(),
                one.mode(),
                one.format(),
                one.state(),
                one.sha256(),
                one.orders(),
                counts.all(),
                counts.placed(),
                counts.unchanged(),
                counts.refused(),
                perSecond(counts.all(), course, now),
                one.sentAt(),
                one.by().name(),
                course.startedAt(),
                course.endedAt(),
                course.cancelledBy(),
                asked == null ? null : asked.at(),
                course.failure(),
                waiting == null ? null : waiting.why(),
                waiting == null ? null : waiting.until(),
                "/v1/order-imports/" + one.importId() + "/results");
    }

    private static @Nullable Long perSecond(int read, OrderImport.Course course, Instant now) {
        Instant from = course.startedAt();
        if (from == null) {
            return null;
        }
        Instant until = course.endedAt() == null ? now : course.endedAt();
        return read * 1000L / Math.max(1, Duration.between(from, until).toMillis());
    }
}
