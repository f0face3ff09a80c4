package org.opencmas.console.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Reports.Filing;
import org.opencmas.console.client.Reports.Report;
import org.opencmas.console.client.Reports.ReportLine;
import org.opencmas.console.client.Reports.ReportVersion;
import org.opencmas.console.client.Reports.ReportVersions;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.person.Persons;

/** What the pages of a quarterly report show of it: its lines, what is saved, and what was filed. */
@ApplicationScoped
class ReportShown {
    private final Persons persons;

    ReportShown(Persons persons) {
        this.persons = persons;
    }

    /**
     * When the contractor's word was saved last, and by whom.
     *
     * @param version counts the savings
     */
    record Saved(int version, Instant at, String by) {}

    /** @param saved null while nothing is saved that was not filed */
    Shown of(Report report, @Nullable Saved saved) {
        Filing filing = report.filing();
        Shown shown = new Shown()
                .say("State", Forms.words(report.state()))
                .say(
                        "Filed",
                        filing == null
                                ? ""
                                : Forms.moment(filing.filedAt()) + " by " + persons.called(filing.filedBy())
                                        + ", receipt " + filing.receiptNumber())
                .say(
                        "Saved, not filed",
                        saved == null
                                ? ""
                                : Forms.moment(saved.at()) + " by " + persons.called(saved.by()) + ", version "
                                        + saved.version());
        return lines(shown, report);
    }

    /**
     * The same for who looks at what was filed, and not at what is saved.
     *
     * @param versions every filing of the report, of which each is returned once at most
     */
    Shown filed(Report report, Panel<ReportVersions> versions) {
        Shown shown = lines(new Shown().say("State", Forms.words(report.state())), report);
        return versions.isThere()
                ? shown.acts(versions.value().versions().stream()
                        .sorted(Comparator.comparingInt(ReportVersion::version))
                        .flatMap(this::acts)
                        .toList())
                : shown;
    }

    private static Shown lines(Shown shown, Report report) {
        report.lines()
                .forEach(line -> shown.say(
                        called(line),
                        "$" + Forms.money(line.totalExcludingTaxAndFreight()) + ", fee $" + Forms.money(line.fee())));
        return shown;
    }

    private Stream<String> acts(ReportVersion version) {
        String called = "Version " + version.version();
        String filed =
                called + " was filed by " + persons.called(version.filedBy()) + ", " + Forms.moment(version.filedAt());
        return version.returnedAt() == null
                ? Stream.of(filed)
                : Stream.of(
                        filed,
                        called + " was returned, " + Forms.moment(version.returnedAt()) + ": "
                                + String.join(
                                        "; ", version.returnReasons() == null ? List.of() : version.returnReasons()));
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
