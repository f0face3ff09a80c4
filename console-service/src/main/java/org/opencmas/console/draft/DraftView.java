package org.opencmas.console.draft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Decisions.OrderCheck;
import org.opencmas.console.client.Orders.AmendmentPreview;
import org.opencmas.console.client.Orders.Finding;
import org.opencmas.console.client.PricedAgreements.PricedLine;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;

/**
 * What the editor shows.
 *
 * @param address where the form is sent to
 * @param title of the page
 * @param seen the version that the form began with; empty for a new order
 * @param isAmendment whether an order that was issued is amended
 * @param check what the rules say of what was typed; null while it was not asked or the form cannot be read yet
 * @param preview what the amendment would change; null where none is written or it cannot be read yet
 * @param attestable what is still to attest, and what the form signs
 * @param priceLines lines that were found in a price list, to take
 * @param priceNote what the price list says; empty when nothing is to be said
 * @param meanwhile what another person did meanwhile
 */
record DraftView(
        String address,
        String title,
        Seen seen,
        boolean isAmendment,
        Inputs inputs,
        int lineCount,
        @Nullable Panel<OrderCheck> check,
        @Nullable Panel<AmendmentPreview> preview,
        List<Attestable> attestable,
        List<PricedLine> priceLines,
        String priceNote,
        Meanwhile meanwhile) {
    public List<DraftLine> lines() {
        var lines = new ArrayList<DraftLine>();
        for (int index = 0; index < lineCount; index++) {
            String id = inputs.value(DraftFields.lineField(index, "lineId")).strip();
            lines.add(new DraftLine(index, id, about(id)));
        }
        return lines;
    }

    /** Returns why an order can be amended. */
    public AmendmentReason[] reasons() {
        return AmendmentReason.values();
    }

    /** Returns which parts of the page a live check renews, for htmx. */
    public String renewed() {
        var ids = new StringBuilder();
        for (int index = 0; index < lineCount; index++) {
            ids.append(index == 0 ? "" : ",").append("#found-").append(index);
        }
        return ids.toString();
    }

    /** Returns what the rules say of the order as a whole. */
    public List<Finding> ofOrder() {
        return open().stream().filter(finding -> finding.lineIds().isEmpty()).toList();
    }

    public long blocking() {
        return open().stream().filter(Finding::blocking).count();
    }

    /** Returns the figures behind passed rules that have limits, such as NSP's head-room. */
    public List<Finding> limits() {
        return check == null || !check.isThere()
                ? List.of()
                : check.value().findings().stream()
                        .filter(finding -> finding.verdict().equals("PASS")
                                && finding.ruleId().startsWith("NSP-")
                                && !finding.numbers().isEmpty())
                        .toList();
    }

    private List<Finding> about(String line) {
        return open().stream()
                .filter(finding -> finding.lineIds().contains(line))
                .toList();
    }

    private List<Finding> open() {
        return check == null || !check.isThere()
                ? List.of()
                : check.value().findings().stream()
                        .filter(finding -> !finding.verdict().equals("PASS")
                                && !finding.verdict().equals("NOT_APPLICABLE"))
                        .toList();
    }
}
