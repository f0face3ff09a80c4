package org.opencmas.order.file.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What belongs in the file of each of an agency's orders from a day on. It never changes; the agency makes another one.
 *
 * @param validFrom the first date of an order that it counts for
 * @param retentionRule how long files are kept by the agency's own rules, in its words; null when it says nothing of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FileList")
public record FileList(
        UUID listId,
        UUID agencyId,
        LocalDate validFrom,
        List<Entry> items,
        @Nullable String retentionRule,
        Instant recordedAt,
        String recordedBy) {
    public FileList {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param item one of the usual items, such as RESUMES, or a name of the agency's own
     */
    @Schema(name = "FileListItem")
    public record Entry(String item, String title) {}

    /** The items of an agency that made no list. */
    public static List<Entry> usual() {
        return Arrays.stream(UsualItem.values())
                .map(item -> new Entry(item.name(), item.title()))
                .toList();
    }
}
