package org.opencmas.registry.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.registry.document.held.DocumentPart;

/**
 * CON-COPY-COMPLETE (Guide s2 p7): a complete copy of a CMAS has parts 1 to 4, and part 5 when there are supplements, each of them. A link
 * with the day on which it was there counts, and is shown as another thing than bytes that are held. Each missing part is a warning.
 *
 * @param complete whether no part is missing
 * @param parts in the guide's order
 */
@Schema(name = "CopyCompleteness")
record CopyCompleteness(boolean complete, List<PartState> parts) {

    /** How a part is there. */
    @Schema(name = "DocumentPartPresence")
    enum Presence {
        /** Its bytes are held. */
        HELD,
        /** Some of it is a link only. */
        REFERENCED,
        MISSING,
        /** There is no supplement. */
        NOT_NEEDED
    }

    /**
     * One part.
     *
     * @param missingSupplements of part 5: those without a document
     * @param warning what is missing, in words; empty when nothing is
     */
    @Schema(name = "DocumentPartState")
    record PartState(DocumentPart part, Presence presence, List<Integer> missingSupplements, String warning) {}

    /** What counts of a document. */
    record Fact(DocumentPart part, int supplementNumber, boolean held) {}

    /** @param supplements numbers of the agreement's supplements, the original not among them */
    static CopyCompleteness of(List<Fact> documents, List<Integer> supplements) {
        List<PartState> parts = new ArrayList<>();
        for (DocumentPart part : DocumentPart.values()) {
            List<Fact> of =
                    documents.stream().filter(each -> each.part() == part).toList();
            parts.add(part == DocumentPart.SUPPLEMENTS ? supplements(of, supplements) : required(part, of));
        }
        return new CopyCompleteness(
                parts.stream().noneMatch(each -> each.presence() == Presence.MISSING), List.copyOf(parts));
    }

    private static PartState required(DocumentPart part, List<Fact> documents) {
        if (documents.isEmpty()) {
            return new PartState(
                    part,
                    Presence.MISSING,
                    List.of(),
                    "Part " + (part.ordinal() + 1) + " of a complete copy is missing (CON-COPY-COMPLETE).");
        }
        boolean held = documents.stream().anyMatch(Fact::held);
        return new PartState(part, held ? Presence.HELD : Presence.REFERENCED, List.of(), "");
    }

    private static PartState supplements(List<Fact> documents, List<Integer> supplements) {
        if (supplements.isEmpty()) {
            return new PartState(DocumentPart.SUPPLEMENTS, Presence.NOT_NEEDED, List.of(), "");
        }
        Set<Integer> missing = new TreeSet<>(supplements);
        Set<Integer> linked = new TreeSet<>(supplements);
        for (Fact document : documents) {
            missing.remove(document.supplementNumber());
            if (document.held()) {
                linked.remove(document.supplementNumber());
            }
        }
        if (!missing.isEmpty()) {
            return new PartState(
                    DocumentPart.SUPPLEMENTS,
                    Presence.MISSING,
                    List.copyOf(missing),
                    "Part 5 of a complete copy lacks supplements " + missing + " (CON-COPY-COMPLETE).");
        }
        return new PartState(
                DocumentPart.SUPPLEMENTS, linked.isEmpty() ? Presence.HELD : Presence.REFERENCED, List.of(), "");
    }

    /** Names of the missing parts. */
    List<String> missing() {
        return parts.stream()
                .filter(each -> each.presence() == Presence.MISSING)
                .map(each -> each.part().name())
                .toList();
    }
}
