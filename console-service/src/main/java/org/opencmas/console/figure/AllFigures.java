package org.opencmas.console.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.DatedFigures;
import org.opencmas.console.client.department.FeeFigures;
import org.opencmas.console.client.department.FeeFigures.NewDueRule;
import org.opencmas.console.client.department.FeeFigures.NewRate;
import org.opencmas.console.client.department.ProposalWithdrawal;
import org.opencmas.console.client.department.ProposalWithdrawal.NewProposalWithdrawal;
import org.opencmas.console.figure.DatedFigure.Origin;
import org.opencmas.console.figure.DatedFigure.Persons;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.terms.CalendarQuarter;

/** The dated figures of two services in one shape: listed, proposed and activated in the same way. */
@ApplicationScoped
class AllFigures {
    private static final int SOURCE_LONGEST = 500;
    private static final List<String> DUE_RULES = List.of("IN_FORCE", "COMPARISON");

    private final DatedFigures rules;
    private final FeeFigures fees;
    private final Page page;

    AllFigures(@RestClient DatedFigures rules, @RestClient FeeFigures fees, Page page) {
        this.rules = rules;
        this.fees = fees;
        this.page = page;
    }

    /**
     * The figures of a kind.
     *
     * @param counting those that were activated; of those for the same day the one activated last counts and stands first
     * @param names that a new one may have; empty where the kind has only one
     */
    record Listed(
            List<DatedFigure> waiting, List<DatedFigure> counting, List<DatedFigure> givenUp, List<String> names) {
        /** Tells whether another one for the same day was activated later. */
        public boolean isReplaced(DatedFigure figure) {
            return counting.stream()
                    .anyMatch(other -> other.name().equals(figure.name())
                            && other.from().equals(figure.from())
                            && other.activated().isAfter(figure.activated()));
        }
    }

    Listed list(FigureKind kind) {
        List<String> names = List.of();
        Stream<DatedFigure> all;
        switch (kind) {
            case RULES -> {
                var found = rules.listParameters().items();
                names = found.stream()
                        .map(DatedFigures.Figure::name)
                        .distinct()
                        .sorted()
                        .toList();
                all = found.stream().map(this::ofRules);
            }
            case FEE_RATES -> all = fees.listFeeRates().proposed().stream().map(rate -> ofRate(kind, rate));
            case ADMINISTRATIVE_FEE_RATES ->
                all = fees.listAdministrativeFeeRates().proposed().stream().map(rate -> ofRate(kind, rate));
            default -> {
                names = DUE_RULES;
                all = fees.listReportDueRules().proposed().stream().map(this::ofDueRule);
            }
        }
        List<DatedFigure> sorted = all.sorted(Comparator.comparing(DatedFigure::name)
                        .thenComparing(DatedFigure::from, Comparator.reverseOrder())
                        .thenComparing(DatedFigure::activated, Comparator.reverseOrder()))
                .toList();
        return new Listed(
                sorted.stream().filter(DatedFigure::waits).toList(),
                sorted.stream().filter(DatedFigure::counts).toList(),
                sorted.stream().filter(DatedFigure::isGivenUp).toList(),
                names);
    }

    /** Reads the form and, where nothing in it is wrong, proposes the figure. */
    void propose(FigureKind kind, Inputs inputs) {
        inputs.name("name", "Figure");
        inputs.name("value", kind.labels().value());
        inputs.name("validFrom", kind.labels().from());
        inputs.name("confidence", "Kind of source");
        String source = required(inputs, "source", inputs.text("source", SOURCE_LONGEST));
        String confidence = inputs.text("confidence");
        if (kind.sources().stream().noneMatch(each -> each.code().equals(confidence))) {
            inputs.wrong("confidence", "must be chosen.");
        }
        String key = inputs.value("key");
        if (kind.isFromQuarter()) {
            String name = required(inputs, "name", inputs.text("name"));
            String quarter = quarter(inputs);
            var day = Figures.count(inputs, "value");
            required(inputs, "value", inputs.value("value").strip());
            if (inputs.isFine()) {
                fees.proposeReportDueRule(key, new NewDueRule(name, quarter, day.orElse(0), source, confidence));
            }
            return;
        }
        var from = inputs.day("validFrom");
        if (from.isEmpty()) {
            inputs.wrong("validFrom", "must be the first day for which it holds.");
        }
        String value = kind.isRate()
                ? Figures.percent(inputs, "value")
                        .map(share -> share.stripTrailingZeros().toPlainString())
                        .orElse("")
                : inputs.text("value");
        required(inputs, "value", value);
        String name = kind == FigureKind.RULES ? required(inputs, "name", inputs.text("name")) : "";
        from.filter(day -> inputs.isFine())
                .ifPresent(day -> send(kind, key, new Proposal(name, value, day, source, confidence)));
    }

    private record Proposal(String name, String value, LocalDate from, String source, String confidence) {
        NewRate rate() {
            return new NewRate(from, value, source, confidence);
        }
    }

    private void send(FigureKind kind, String key, Proposal proposal) {
        switch (kind) {
            case FEE_RATES -> fees.proposeFeeRate(key, proposal.rate());
            case ADMINISTRATIVE_FEE_RATES -> fees.proposeAdministrativeFeeRate(key, proposal.rate());
            default ->
                rules.proposeParameter(
                        key,
                        new DatedFigures.NewFigure(
                                proposal.name(),
                                proposal.value(),
                                proposal.from(),
                                proposal.source(),
                                proposal.confidence()));
        }
    }

    /** Returns the form's field for each of a kind's fields that the service calls otherwise. */
    static Map<String, String> called() {
        return Map.of(
                "/firstOrderDate",
                "validFrom",
                "/firstQuarter",
                "validFrom",
                "/rate",
                "value",
                "/dayOfNextMonth",
                "value");
    }

    /** Makes a figure count, in the name of the reader; returns the page that shows what came of it. */
    String activate(FigureKind kind, UUID figure, String key) {
        switch (kind) {
            case RULES -> rules.activateParameter(figure, key);
            case FEE_RATES -> {
                String reposting = fees.activateFeeRate(figure, key).reposting();
                return "/figures/repostings/" + reposting.substring(reposting.lastIndexOf('/') + 1);
            }
            case ADMINISTRATIVE_FEE_RATES -> fees.activateAdministrativeFeeRate(figure, key);
            default -> {
                return kind.address() + "?changed="
                        + fees.activateReportDueRule(figure, key).dueDatesChanged();
            }
        }
        return kind.address();
    }

    /** Gives up a figure of the fees that nobody has activated; those of the rules cannot be. */
    void withdraw(FigureKind kind, UUID figure, String key, String reason) {
        var why = new NewProposalWithdrawal(reason);
        switch (kind) {
            case FEE_RATES -> fees.withdrawFeeRate(figure, key, why);
            case ADMINISTRATIVE_FEE_RATES -> fees.withdrawAdministrativeFeeRate(figure, key, why);
            case REPORT_DUE_RULES -> fees.withdrawReportDueRule(figure, key, why);
            default -> throw new NoSuchPage("A figure of the rules is not given up.");
        }
    }

    private DatedFigure ofRules(DatedFigures.Figure figure) {
        return new DatedFigure(
                figure.parameterId(),
                Forms.words(figure.name()),
                Forms.figureValue(figure.value()),
                figure.validFrom().toString(),
                Forms.day(figure.validFrom()),
                new Origin(figure.source(), FigureKind.RULES.source(figure.confidence())),
                persons(figure.proposedBy(), figure.proposedAt(), figure.activatedBy(), figure.activatedAt(), null));
    }

    private DatedFigure ofRate(FigureKind kind, FeeFigures.Rate rate) {
        return new DatedFigure(
                rate.figureId(),
                kind.title(),
                Forms.percent(rate.rate()),
                rate.firstOrderDate().toString(),
                Forms.day(rate.firstOrderDate()),
                new Origin(rate.source(), kind.source(rate.confidence())),
                persons(
                        rate.proposedBy(),
                        rate.proposedAt(),
                        rate.activatedBy(),
                        rate.activatedAt(),
                        rate.withdrawal()));
    }

    private DatedFigure ofDueRule(FeeFigures.DueRule rule) {
        return new DatedFigure(
                rule.figureId(),
                Forms.words(rule.name()),
                "Day " + rule.dayOfNextMonth(),
                rule.firstQuarter(),
                Forms.quarter(rule.firstQuarter()),
                new Origin(rule.source(), FigureKind.REPORT_DUE_RULES.source(rule.confidence())),
                persons(
                        rule.proposedBy(),
                        rule.proposedAt(),
                        rule.activatedBy(),
                        rule.activatedAt(),
                        rule.withdrawal()));
    }

    private Persons persons(
            String proposedBy,
            Instant proposedAt,
            @Nullable String activatedBy,
            @Nullable Instant activatedAt,
            @Nullable ProposalWithdrawal withdrawal) {
        return new Persons(
                proposedBy,
                proposedAt,
                activatedBy,
                activatedAt,
                withdrawal,
                page.reader().is(proposedBy));
    }

    private static String quarter(Inputs inputs) {
        String quarter = inputs.text("validFrom");
        try {
            return CalendarQuarter.parse(quarter).toString();
        } catch (IllegalArgumentException none) {
            inputs.wrong("validFrom", "must be a quarter such as 2026-Q3.");
            return "";
        }
    }

    private static String required(Inputs inputs, String field, String text) {
        if (text.isEmpty()) {
            inputs.wrong(field, "must be given.");
        }
        return text;
    }
}
