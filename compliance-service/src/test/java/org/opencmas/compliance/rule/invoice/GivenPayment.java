package org.opencmas.compliance.rule.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.invoice.BillFacts.Arrival;
import org.opencmas.compliance.rule.invoice.Payment.Kind;
import org.opencmas.compliance.rule.invoice.Progress.Report;
import org.opencmas.compliance.rule.invoice.Progress.RiskDecision;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/** A payment for tests: made by a State agency on 2025-04-24, of which each test says only what matters to it. */
public final class GivenPayment {
    public static final LocalDate DAY = LocalDate.of(2025, 4, 24);
    private static final Map<ParameterName, String> FIGURES = Map.of(
            ParameterName.PROMPT_PAYMENT_DAYS, "45",
            ParameterName.PENALTY_WAIVED_SMALL_BUSINESS, "10.00",
            ParameterName.PENALTY_WAIVED_OTHERS, "100.00",
            ParameterName.PP_WITHHOLD_SHARE, "0.10",
            ParameterName.PP_BOND_SHARE, "0.50",
            ParameterName.PP_LEAST_MONTHS, "3",
            ParameterName.PP_RISK_LARGE_PRICE, "10000000.00",
            ParameterName.PP_RISK_SHARE_LARGE, "0.05",
            ParameterName.PP_RISK_SHARE_SMALL, "0.03");

    private Kind kind = Kind.ORDINARY;
    private Usd amount = Usd.of("1000.00");
    private LocalDate paidOn = DAY;
    private @Nullable Boolean small;
    private PaymentClock clock = new PaymentClock(null, null, List.of());
    private @Nullable AgencyClass buyer = AgencyClass.STATE;
    private @Nullable List<BilledLine> lines = List.of();
    private final List<Parameter> figures = new ArrayList<>();
    private List<Attestation> attestations = List.of();

    private Contract.Kind contract = Contract.Kind.IT_SPECIAL;
    private Usd price = Usd.of("120000.00");
    private @Nullable Usd total;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate lastDay;
    private @Nullable Usd bond;
    private @Nullable LocalDate acceptedOn;
    private Usd withheldNow = Usd.ZERO;
    private Usd paidBefore = Usd.ZERO;
    private Usd withheldBefore = Usd.ZERO;
    private List<Task> tasks = List.of();
    private @Nullable RiskDecision risk;
    private Report report = new Report(null, null, null, List.of());

    private GivenPayment() {
        FIGURES.forEach((name, value) -> figure(name, value, LocalDate.of(2019, 8, 1)));
    }

    public static GivenPayment ordinary() {
        return new GivenPayment();
    }

    public static GivenPayment progress(Contract.Kind on) {
        var given = new GivenPayment();
        given.kind = Kind.PROGRESS;
        given.contract = on;
        return given;
    }

    public GivenPayment figure(ParameterName name, String value, LocalDate from) {
        figures.removeIf(known -> known.name() == name);
        figures.add(new Parameter(name, new BigDecimal(value), from, "a test", "OWN"));
        return this;
    }

    public GivenPayment without(ParameterName name) {
        figures.removeIf(known -> known.name() == name);
        return this;
    }

    public GivenPayment kind(Kind of) {
        kind = of;
        return this;
    }

    public GivenPayment lines(@Nullable List<BilledLine> paid) {
        lines = paid;
        return this;
    }

    public GivenPayment of(String paid) {
        amount = Usd.of(paid);
        return this;
    }

    public GivenPayment withholding(String now) {
        withheldNow = Usd.of(now);
        return this;
    }

    public GivenPayment before(String paid, String withheld) {
        paidBefore = Usd.of(paid);
        withheldBefore = Usd.of(withheld);
        return this;
    }

    public GivenPayment paidOn(LocalDate day) {
        paidOn = day;
        return this;
    }

    public GivenPayment toSmallBusiness(@Nullable Boolean is) {
        small = is;
        return this;
    }

    public GivenPayment clock(@Nullable LocalDate accepted, @Nullable LocalDate received, Dispute... disputes) {
        clock = new PaymentClock(accepted, received, List.of(disputes));
        return this;
    }

    public GivenPayment by(@Nullable AgencyClass who) {
        buyer = who;
        return this;
    }

    public GivenPayment price(String of) {
        price = Usd.of(of);
        return this;
    }

    public GivenPayment total(String of) {
        total = Usd.of(of);
        return this;
    }

    public GivenPayment from(LocalDate first, LocalDate last) {
        startsOn = first;
        lastDay = last;
        return this;
    }

    public GivenPayment bond(@Nullable String of) {
        bond = of == null ? null : Usd.of(of);
        return this;
    }

    public GivenPayment acceptedOn(LocalDate day) {
        acceptedOn = day;
        return this;
    }

    public GivenPayment tasks(Task... all) {
        tasks = List.of(all);
        return this;
    }

    public GivenPayment risk(@Nullable String share, LocalDate decidedOn) {
        risk = new RiskDecision("R. Officer", decidedOn, "file 7", share == null ? null : new BigDecimal(share));
        return this;
    }

    public GivenPayment report(Report on) {
        report = on;
        return this;
    }

    public GivenPayment attested(String rule) {
        attestations = List.of(new Attestation(rule, "I have checked it.", "C. Clerk", paidOn, null));
        return this;
    }

    public PaymentFacts facts() {
        var terms = new Contract(contract, price, total == null ? price : total, startsOn, lastDay, bond, acceptedOn);
        return new PaymentFacts(
                new Payment(amount, kind, paidOn, small),
                new Bill(
                        Bill.PaymentMethod.INVOICE,
                        paidOn,
                        OrderTerms.UNKNOWN,
                        lines,
                        kind != Kind.PROGRESS,
                        null,
                        null),
                clock,
                kind == Kind.PROGRESS
                        ? new Progress(terms, withheldNow, paidBefore, withheldBefore, tasks, risk, report)
                        : null,
                buyer,
                new Arrival(paidOn, List.copyOf(figures), attestations));
    }

    public List<Finding> askedOf(Rule<PaymentFacts> rule) {
        return RuleBooks.PAYMENTS.findings(rule, facts()).toList();
    }

    public Verdict verdictOf(Rule<PaymentFacts> rule) {
        return askedOf(rule).getFirst().verdict();
    }
}
