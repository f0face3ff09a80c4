package org.opencmas.order.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.file.list.FileList;
import org.opencmas.order.file.list.UsualItem;
import org.opencmas.terms.Identifier;

/**
 * What belongs in the order's file and whether it is there (DOC-FILE, Guide s5 p14): the agency's list for orders of that date, the usual one
 * where it made none, and what it added for this order. What has to be kept, and how long, its own rules say.
 *
 * @param listValidFrom since when the agency's list counts; null for the usual list
 * @param retentionRule how long files are kept, in the agency's words; null when it said nothing of it
 * @param retention the same by the years of the agency's policy; null where that has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FileChecklist")
record FileChecklist(
        UUID orderId,
        boolean complete,
        List<Item> items,
        @Nullable LocalDate listValidFrom,
        @Nullable String retentionRule,
        @Nullable Retention retention) {
    FileChecklist {
        items = List.copyOf(items);
    }

    /** Whether an item is there. */
    @Schema(name = "FileItemState")
    enum State {
        PRESENT,
        MISSING,
        NOT_APPLICABLE
    }

    /**
     * One item.
     *
     * @param why where it is, why it does not apply, or what is missing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ChecklistItem")
    record Item(String item, String title, State state, String why) {}

    static FileChecklist of(UUID orderId, FileContents contents, @Nullable Retention retention) {
        FileList list = contents.list();
        var usual = new UsualItems(contents);
        Map<String, Item> items = new LinkedHashMap<>();
        for (FileList.Entry entry : list == null ? FileList.usual() : list.items()) {
            items.put(Identifier.keyOf(entry.item()), item(entry, usual));
        }
        for (FileItem said : contents.said()) {
            items.compute(Identifier.keyOf(said.item()), (key, listed) -> item(said, listed));
        }
        List<Item> all = new ArrayList<>(items.values());
        return new FileChecklist(
                orderId,
                all.stream().noneMatch(item -> item.state() == State.MISSING),
                all,
                list == null ? null : list.validFrom(),
                list == null ? null : list.retentionRule(),
                retention);
    }

    private static Item item(FileList.Entry entry, UsualItems usual) {
        return UsualItem.named(entry.item())
                .map(known -> usual.item(known, entry.title()))
                .orElseGet(() -> new Item(
                        entry.item(),
                        entry.title(),
                        State.MISSING,
                        "The suite has none; say where it is kept, or why it does not apply"));
    }

    private static Item item(FileItem said, @Nullable Item listed) {
        String name = listed == null ? said.item() : listed.item();
        String title = listed == null
                ? UsualItem.named(said.item()).map(UsualItem::title).orElse(said.item())
                : listed.title();
        String reason = said.notApplicableReason();
        return reason == null
                ? new Item(name, title, State.PRESENT, "Kept by the agency: " + said.keptAt())
                : new Item(name, title, State.NOT_APPLICABLE, reason);
    }
}
