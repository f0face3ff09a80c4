package org.opencmas.order.file.list;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** A list of what belongs in files, as an agency sends it. */
record NewFileList(
        @Nullable String validFrom,
        @Nullable List<@Nullable NewEntry> items,
        @Nullable String retentionRule) implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        fields.date("/validFrom", validFrom);
        RecordFileList.items(fields, items);
        retention(fields);
    }

    @Nullable
    String retention(FieldReader fields) {
        return fields.optionalText("/retentionRule", retentionRule, 1000);
    }

    /** One item of it. */
    @Schema(name = "NewFileListItem")
    record NewEntry(@Nullable String item, @Nullable String title) {}
}
