package org.opencmas.order.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the agency says of one item of an order's file.
 *
 * @param item one of the usual items, such as RESUMES, or a name of the agency's own
 * @param keptAt where it is kept; null when it does not apply
 * @param notApplicableReason why it does not apply; null when it is kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FileItem")
record FileItem(
        String item,
        @Nullable String keptAt,
        @Nullable String notApplicableReason,
        Instant recordedAt,
        String recordedBy) {}
