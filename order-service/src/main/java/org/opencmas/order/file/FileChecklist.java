package org.opencmas.order.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.terms.Bond;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.orderbody.LineKind;
import org.opencmas.orderbody.procurement.Procurement;
import org.opencmas.terms.Identifier;

/**
 * What belongs in the order's file and whether it is there (DOC-FILE, Guide s5 p14). The list is a usual one, which the agency adds to; what
 * has to be kept, and how long, its own rules say.
 */
@Schema(name = "FileChecklist")
record FileChecklist(UUID orderId, boolean complete, List<Item> items) {
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

    /** What the usual items are made from. */
    record Contents(
            List<OrderVersion> versions, OrderDocument inForce, List<Bond> bonds, int invoices, List<FileItem> said) {}

    static FileChecklist of(UUID orderId, Contents contents) {
        Map<String, Item> items = new LinkedHashMap<>();
        usual(contents).forEach(item -> items.put(Identifier.keyOf(item.item()), item));
        for (FileItem said : contents.said()) {
            String key = Identifier.keyOf(said.item());
            Item usual = items.get(key);
            items.put(key, item(said, usual));
        }
        List<Item> all = new ArrayList<>(items.values());
        return new FileChecklist(orderId, all.stream().noneMatch(item -> item.state() == State.MISSING), all);
    }

    private static Item item(FileItem said, @Nullable Item usual) {
        String name = usual == null ? said.item() : usual.item();
        String title = usual == null ? said.item() : usual.title();
        String reason = said.notApplicableReason();
        return reason == null
                ? new Item(name, title, State.PRESENT, "Kept by the agency: " + said.keptAt())
                : new Item(name, title, State.NOT_APPLICABLE, reason);
    }

    private static List<Item> usual(Contents contents) {
        OrderDocument order = contents.inForce();
        Procurement procurement = order.statements().procurement();
        boolean hasNsp = order.lines().stream().anyMatch(line -> line.ordered().nsp());
        boolean isPublicWorks =
                order.lines().stream().anyMatch(line -> line.ordered().publicWorks());
        boolean hasServices =
                order.lines().stream().anyMatch(line -> line.ordered().kind() == LineKind.SERVICES);
        long amendments = contents.versions().stream()
                .filter(version -> version.isAmendment() && version.state().isOut())
                .count();
        boolean isBonded = contents.bonds().stream().anyMatch(bond -> bond.amount() != null);
        List<Item> items = new ArrayList<>();
        items.add(told("RFO", "Request for offer", procurement != null && procurement.requestForOffer() != null));
        items.add(told("RESPONSES", "Responses", procurement != null && procurement.contractorsAsked() != null));
        items.add(told(
                "COMPARISON", "Comparison of offers", procurement != null && procurement.bestValueSteps() != null));
        items.add(told("CMAS_COPY", "Copy of the CMAS", procurement != null && procurement.agreementCopies() != null));
        items.add(told(
                "CERTIFICATION_PROOF",
                "Proof of certification",
                order.statements().certificationVerification() != null));
        items.add(asked("LICENCE_PROOF", "Proof of licence", isPublicWorks, false, "the order has no public works"));
        items.add(new Item("PURCHASE_ORDER", "Purchase order", State.PRESENT, "order/ in the file"));
        items.add(asked("AMENDMENTS", "Amendments", amendments > 0, true, "the order was not amended"));
        items.add(asked("RESUMES", "Resumes", hasServices, false, "the order has no services"));
        items.add(asked(
                "NSP_AUTHORIZATIONS",
                "Authorizations of not specifically priced items",
                hasNsp,
                order.lines().stream()
                        .filter(line -> line.ordered().nsp())
                        .allMatch(line -> line.ordered().nspReason() != null),
                "the order has no such items"));
        items.add(asked("BOND", "Payment bond", isPublicWorks, isBonded, "the order has no public works"));
        items.add(told("INVOICES", "Invoices", contents.invoices() > 0));
        return items;
    }

    private static Item told(String item, String title, boolean isThere) {
        return isThere
                ? new Item(item, title, State.PRESENT, "In the file, as the suite has it")
                : new Item(
                        item,
                        title,
                        State.MISSING,
                        "The suite has none; say where it is kept, or why it does not apply");
    }

    private static Item asked(String item, String title, boolean isAsked, boolean isThere, String otherwise) {
        return isAsked ? told(item, title, isThere) : new Item(item, title, State.NOT_APPLICABLE, otherwise);
    }
}
