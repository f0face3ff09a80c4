package org.opencmas.http.body;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The media types of files, which are read from disk; everything else is read in memory. */
final class FileTypes {
    private static final Set<String> NAMES = Set.of(
            "text/csv", "application/x-ndjson", "application/octet-stream", "application/zip", "application/pdf");
    private static final List<String> FAMILIES =
            List.of("application/vnd.openxmlformats", "application/vnd.ms-excel", "application/vnd.oasis");

    private FileTypes() {}

    static boolean contain(@Nullable MediaType type) {
        if (type == null) {
            return false;
        }
        String name = type.getType() + '/' + type.getSubtype();
        return NAMES.contains(name) || FAMILIES.stream().anyMatch(name::startsWith);
    }

    /** Whether it is what a page's form sends. */
    static boolean isForm(@Nullable MediaType type) {
        return type != null
                && (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type) && !type.isWildcardType()
                        || type.getType().equals("multipart"));
    }
}
