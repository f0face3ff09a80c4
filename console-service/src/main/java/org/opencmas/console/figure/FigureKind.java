package org.opencmas.console.figure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What kinds of dated figures there are, and how the one page of all of them speaks of each. */
enum FigureKind {
    RULES(
            "rules",
            "Figures of the rules",
            "Nothing is overwritten: decisions of the past keep theirs. What a new figure would change is seen in a rehearsal, before it counts.",
            new Labels("Value", "A decimal in the unit that its name says, such as 0.30 for a share", "First day", ""),
            Source.OF_RULES),
    FEE_RATES(
            "fee-rates",
            "Incentive fee",
            "It goes by the order's date. Once a rate is activated, the orders that bear it are posted again by differences, in the quarters that are open.",
            new Labels("Rate in %", "Such as 1.25", "First order date", ""),
            Source.OF_FEES),
    ADMINISTRATIVE_FEE_RATES(
            "administrative-fee-rates",
            "Administrative fee of State departments",
            "It goes by the order's date. No text seen tells the rate; while none counts, the fee is not worked out.",
            new Labels("Rate in %", "Such as 1.21", "First order date", ""),
            Source.OF_FEES),
    REPORT_DUE_RULES(
            "report-due-rules",
            "Due days of reports",
            "A report that is not filed gets the due date of the rule in force; what was filed keeps its own. The comparison is only shown beside it.",
            new Labels(
                    "Day of the month after the quarter",
                    "1 to 31, that day included; the month's last where it is shorter",
                    "First quarter",
                    "Such as 2026-Q3"),
            Source.OF_FEES);

    private final String path;
    private final String title;
    private final String about;
    private final Labels labels;
    private final List<Source> sources;

    FigureKind(String path, String title, String about, Labels labels, List<Source> sources) {
        this.path = path;
        this.title = title;
        this.about = about;
        this.labels = labels;
        this.sources = sources;
    }

    /**
     * What the form calls its fields.
     *
     * @param fromHint empty where the field is a day
     */
    record Labels(String value, String valueHint, String from, String fromHint) {}

    /**
     * What kind of source a figure has.
     *
     * @param code the service's word
     * @param isUnconfirmed whether no official text confirms the figure
     */
    record Source(String code, String label, boolean isUnconfirmed) {
        static final List<Source> OF_RULES = List.of(
                new Source("A", "Official text", false),
                new Source("B", "Copy of an official text", false),
                new Source("C", "Statement of another", false),
                new Source("D", "Inference", false),
                new Source("M", "Unconfirmed", true),
                new Source("OWN", "Setting of our own", false));
        static final List<Source> OF_FEES = List.of(
                new Source("CONFIRMED", "Official text", false),
                new Source("COPY_OF_OFFICIAL_TEXT", "Copy of an official text", false),
                new Source("UNCONFIRMED", "Unconfirmed", true));
    }

    /** Returns the kind at an address; null where there is none. */
    static @Nullable FigureKind at(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path.equals(path))
                .findFirst()
                .orElse(null);
    }

    public String address() {
        return "/figures/" + path;
    }

    public String title() {
        return title;
    }

    public String about() {
        return about;
    }

    public Labels labels() {
        return labels;
    }

    public List<Source> sources() {
        return sources;
    }

    public boolean isFromQuarter() {
        return this == REPORT_DUE_RULES;
    }

    public boolean isRate() {
        return this == FEE_RATES || this == ADMINISTRATIVE_FEE_RATES;
    }

    /** Returns the source of a figure; its own word where the page does not know it. */
    Source source(String code) {
        return sources.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(new Source(code, code, false));
    }
}
