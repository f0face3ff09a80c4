package org.opencmas.order.file;

import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.terms.Bond;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.file.FileChecklist.Item;
import org.opencmas.order.file.FileChecklist.State;
import org.opencmas.order.file.FileEvidence.Solicitation;
import org.opencmas.order.file.list.UsualItem;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.orderbody.LineKind;
import org.opencmas.orderbody.particulars.Particulars;
import org.opencmas.orderbody.procurement.Procurement;
import org.opencmas.terms.Usd;

/** Says of each usual item whether the suite has it, whether the order needs it, and where it lies in the file. */
final class UsualItems {
    private final FileContents contents;
    private final OrderDocument order;
    private final @Nullable Procurement told;

    UsualItems(FileContents contents) {
        this.contents = contents;
        this.order = contents.inForce();
        this.told = order.statements().procurement();
    }

    Item item(UsualItem item, String title) {
        return switch (item) {
            case RFO, RESPONSES, COMPARISON, CMAS_COPY, CERTIFICATION_PROOF -> ofProcurement(item, title);
            case LICENCE_PROOF -> asked(item, title, isPublicWorks(), hasLicences(), "the order has no public works");
            case PURCHASE_ORDER -> new Item(item.name(), title, State.PRESENT, "order/ in the file");
            case AMENDMENTS -> asked(item, title, isAmended(), true, "the order was not amended");
            case RESUMES -> asked(item, title, hasServices(), false, "the order has no services");
            case NSP_AUTHORIZATIONS -> asked(item, title, hasNsp(), isEveryNspTold(), "the order has no such items");
            case BOND -> paymentBond(item, title);
            case PERFORMANCE_BOND -> performanceBond(item, title);
            case INVOICES -> there(item, title, contents.invoices() > 0, "invoices/");
        };
    }

    private Item ofProcurement(UsualItem item, String title) {
        Solicitation solicitation = contents.evidence().solicitation();
        CertificatesInFile certificates = contents.evidence().certificates();
        boolean isKept = solicitation != null;
        return switch (item) {
            case RFO ->
                there(
                        item,
                        title,
                        isKept || told != null && told.requestForOffer() != null,
                        isKept ? "offers/request.json" : "order/");
            case RESPONSES ->
                there(
                        item,
                        title,
                        solicitation != null && !solicitation.offers().isEmpty()
                                || told != null && told.contractorsAsked() != null,
                        isKept ? "offers/offers.json" : "order/");
            case COMPARISON ->
                there(
                        item,
                        title,
                        solicitation != null && solicitation.bestValue().determination() != null
                                || told != null && told.bestValueSteps() != null,
                        isKept ? "offers/best-value.json" : "order/");
            case CMAS_COPY -> {
                boolean hasDocuments =
                        contents.evidence().hasDocumentsOf(order.agreements().size());
                yield there(
                        item,
                        title,
                        hasDocuments || told != null && told.agreementCopies() != null,
                        hasDocuments ? "agreements/" : "order/");
            }
            default ->
                there(
                        item,
                        title,
                        order.statements().certificationVerification() != null
                                || certificates != null
                                        && !certificates.validOnOrderDate().isEmpty(),
                        "certificates/");
        };
    }

    /** PW-BOND-TRIGGER, PW-BOND-AMOUNT: public works of more than the figure ask a bond of the whole order before tax. */
    private Item paymentBond(UsualItem item, String title) {
        Usd works = order.publicWorks();
        boolean isAsked = !works.isAtMost(contents.figures().mostPublicWorksWithoutBond());
        return bond(
                item,
                title,
                isAsked,
                Bond.Kind.PAYMENT,
                order.amounts().subtotalExcludingTax(),
                works.isZero()
                        ? "the order has no public works"
                        : "public works of " + works + " ask no bond; more than "
                                + contents.figures().mostPublicWorksWithoutBond() + " would");
    }

    /** PP-GOODS-SPECIAL: special goods paid in part ask a bond of the share of all that is payable by which the payments are held. */
    private Item performanceBond(UsualItem item, String title) {
        ProgressTerms terms = contents.terms();
        boolean isAsked = terms != null && terms.kind() == ProgressTerms.Kind.GOODS_SPECIAL;
        return bond(
                item,
                title,
                isAsked,
                Bond.Kind.PERFORMANCE,
                terms == null
                        ? Usd.ZERO
                        : terms.leastPerformanceBond(order.amounts().total()),
                "no special goods are paid in part");
    }

    private Item bond(UsualItem item, String title, boolean isAsked, Bond.Kind kind, Usd least, String otherwise) {
        Usd recorded = Usd.sum(contents.bonds().stream()
                .filter(bond -> bond.kind() == kind)
                .map(bond -> bond.amount() == null ? Usd.ZERO : bond.amount())
                .toList());
        Usd onOrder = kind == Bond.Kind.PAYMENT ? order.paymentBondTold() : Usd.ZERO;
        Usd bonds = recorded.isAtMost(onOrder) ? onOrder : recorded;
        if (!isAsked) {
            return new Item(item.name(), title, State.NOT_APPLICABLE, otherwise);
        }
        return least.isAtMost(bonds)
                ? new Item(item.name(), title, State.PRESENT, "bonds.json in the file, " + bonds)
                : new Item(
                        item.name(),
                        title,
                        State.MISSING,
                        "Bonds of at least " + least + " are asked; recorded are " + bonds);
    }

    private Particulars.@Nullable PublicWorks publicWorks() {
        Particulars particulars = order.statements().particulars();
        return particulars == null ? null : particulars.publicWorks();
    }

    private boolean isPublicWorks() {
        return order.lines().stream().anyMatch(line -> line.ordered().publicWorks());
    }

    private boolean hasServices() {
        return order.lines().stream().anyMatch(line -> line.ordered().kind() == LineKind.SERVICES);
    }

    private boolean hasNsp() {
        return order.lines().stream().anyMatch(line -> line.ordered().nsp());
    }

    private boolean isEveryNspTold() {
        return order.lines().stream()
                .filter(line -> line.ordered().nsp())
                .allMatch(line -> line.ordered().support().nspReason() != null);
    }

    private boolean isAmended() {
        return contents.versions().stream()
                .anyMatch(version -> version.isAmendment() && version.state().isOut());
    }

    private boolean hasLicences() {
        Particulars.PublicWorks works = publicWorks();
        return works != null && works.licenses() != null && !works.licenses().isEmpty();
    }

    private static Item there(UsualItem item, String title, boolean isThere, String where) {
        return isThere
                ? new Item(item.name(), title, State.PRESENT, where + " in the file")
                : new Item(
                        item.name(),
                        title,
                        State.MISSING,
                        "The suite has none; say where it is kept, or why it does not apply");
    }

    private static Item asked(UsualItem item, String title, boolean isAsked, boolean isThere, String otherwise) {
        return isAsked
                ? there(item, title, isThere, "order/")
                : new Item(item.name(), title, State.NOT_APPLICABLE, otherwise);
    }
}
