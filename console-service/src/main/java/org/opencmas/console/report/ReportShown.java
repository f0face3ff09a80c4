package org.opencmas.console.report;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Reports.Filing;
import org.opencmas.console.client.Reports.Report;
import org.opencmas.console.client.Reports.ReportLine;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;

/** What the pages of a quarterly report show of it: its lines, what is saved, and what was filed. */
final class ReportShown {
    private ReportShown() {}

    /**
     * When the contractor's word was saved last, and by whom.
     *
     * @param version counts the savings
     */
    record Saved(int version, Instant at, String by) {}

    /** @param saved null while nothing is saved that was not filed */
    static Shown of(Report report, @Nullable Saved saved) {
        Filing filing = report.filing();
        Shown shown = new Shown()
                .say("State", Forms.words(report.state()))
                .say(
                        "Filed",
                        filing == null
                                ? ""
                                : Forms.moment(filing.filedAt()) + " by " + filing.filedBy() + ", receipt "
                                        + filing.receiptNumber())
                .say(
                        "Saved, not filed",
                        saved == null
                                ? ""
                                : Forms.moment(saved.at()) + " by " + saved.by() + ", version " + saved.version());
        report.lines()
                .forEach(line -> shown.say(
                        called(line),
                        "$" + Forms.money(line.totalExcludingTaxAndFreight()) + ", fee $" + Forms.money(line.fee())));
        return shown;
    }

    private static String called(ReportLine line) {
        return "Order " + line.purchaseOrderNumber()
                + (line.amendmentNumber() > 0 ? ", amendment " + line.amendmentNumber() : "")
                + (line.cause().equals("ORIGINAL")
                        ? ""
                        : ", " + Forms.words(line.cause()).toLowerCase(Locale.ROOT))
                + ", of " + line.agencyName();
    }
}
