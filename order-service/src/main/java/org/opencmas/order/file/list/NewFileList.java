package org.opencmas.order.file.list;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A list of what belongs in files, as an agency sends it. */
record NewFileList(
        @Nullable String validFrom,
        @Nullable List<@Nullable NewEntry> items,
        @Nullable String retentionRule) {
    /** One item of it. */
    @Schema(name = "NewFileListItem")
    record NewEntry(@Nullable String item, @Nullable String title) {}
}
