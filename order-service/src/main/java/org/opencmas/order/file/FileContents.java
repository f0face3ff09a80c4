package org.opencmas.order.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.terms.Bond;
import org.opencmas.order.account.terms.PaymentFigures;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.file.list.FileList;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.document.OrderDocument;

/**
 * What a checklist is made from.
 *
 * @param list the agency's own list for the order's date; null where it made none so early
 * @param evidence what lies before the order
 * @param figures those of the order's date
 * @param bonds those that no later record replaces
 * @param terms of progress payments; null when none were agreed
 * @param said what the agency said of single items of this order, oldest first
 */
record FileContents(
        @Nullable FileList list,
        List<OrderVersion> versions,
        OrderDocument inForce,
        FileEvidence.Found evidence,
        PaymentFigures figures,
        List<Bond> bonds,
        @Nullable ProgressTerms terms,
        int invoices,
        List<FileItem> said) {
    FileContents {
        versions = List.copyOf(versions);
        bonds = List.copyOf(bonds);
        said = List.copyOf(said);
    }
}
