package org.opencmas.compliance.rule.judging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Facts;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.AgencyClass;

/**
 * Asks every rule about a subject and says what the answers mean for it.
 *
 * <p>A FAIL of a blocking rule stops the subject. NEEDS_ATTESTATION and UNDETERMINED of a blocking rule stop it too, until a named
 * person attests; an attestation lifts only what it was made for and never a FAIL. WARN stops nothing.
 *
 * <p>Of a rule with several versions side by side, the one whose days include the day of the document is asked. On a day that no version
 * binds, the nearest one is read onto the document, and each finding says so: no date takes a document out of the rules' reach.
 *
 * @param <F> the facts of the subject
 */
public final class RuleBook<F extends Facts> {
    private final List<Rule<F>> rules;
    private final Map<String, ArrayList<Rule<F>>> versionsById;
    private final Map<RuleVersion, SupersededRule<F>> superseded;
    private final Map<RuleVersion, Rule<F>> replaced;
    private final Set<String> ids;
    private final Set<ParameterName> figures;
    private final String version;

    /**
     * @param rules in the order in which findings are shown
     * @param superseded versions that are asked only to judge receipts again
     */
    public RuleBook(List<Rule<F>> rules, List<SupersededRule<F>> superseded) {
        this(rules, superseded, List.of());
    }

    /**
     * @param rules in the order in which findings are shown
     * @param superseded versions that are asked only to judge receipts again, each in the way of its day
     * @param replaced versions that are asked only to judge receipts again, in the way in which rules are asked now
     */
    public RuleBook(List<Rule<F>> rules, List<SupersededRule<F>> superseded, List<Rule<F>> replaced) {
        this.rules = List.copyOf(rules);
        this.versionsById = rules.stream()
                .collect(Collectors.groupingBy(
                        rule -> rule.text().id(), LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        versionsById.values().forEach(RuleBook::placeByDays);
        this.superseded = superseded.stream().collect(Collectors.toMap(SupersededRule::version, rule -> rule));
        this.replaced = replaced.stream().collect(Collectors.toMap(rule -> RuleVersion.of(rule.text()), rule -> rule));
        this.ids = new LinkedHashSet<>(versionsById.keySet());
        ids.add(Attestations.TEXT.id());
        this.figures = Stream.concat(rules.stream().map(Rule::text), Stream.of(Attestations.TEXT))
                .flatMap(text -> text.parameters().stream())
                .collect(Collectors.toUnmodifiableSet());
        this.version = hash(texts());
    }

    /** What all rules say of themselves, in the order in which findings are shown. */
    public List<RuleText> texts() {
        return Stream.concat(rules.stream().map(Rule::text), Stream.of(Attestations.TEXT))
                .toList();
    }

    /** What the rule of that id says of itself, if there is one: its latest version. */
    public Optional<RuleText> text(String id) {
        return texts().stream().filter(text -> text.id().equals(id)).reduce((earlier, later) -> later);
    }

    /** All rules in force on some day, in the order in which findings are shown. */
    public List<Rule<F>> rules() {
        return rules;
    }

    /** Versions that are asked only to judge receipts again. */
    public List<SupersededRule<F>> superseded() {
        return List.copyOf(superseded.values());
    }

    /** The dated figures that its rules use, whichever version binds. */
    public Set<ParameterName> figures() {
        return figures;
    }

    /** SHA-256 over the ids and versions of all rules: two evaluations with the same one were judged by the same logic. */
    public String version() {
        return version;
    }

    /** Judges a subject by every rule. All findings are given, not only the first, so that one answer shows all there is to mend. */
    public Judgement judge(F facts) {
        Stream<Finding> ofRules =
                versionsById.values().stream().flatMap(versions -> findings(on(facts.judgedAsOf(), versions), facts));
        return Judgement.of(Stream.concat(ofRules, ofAttestations(facts)).toList());
    }

    /** The attestations that a judgement asks for and that are not there, in the order of its findings. */
    public List<MissingAttestation> missing(F facts, Judgement judgement) {
        Attestations attestations = attestations(facts);
        return judgement.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.NEEDS_ATTESTATION
                        || finding.verdict() == Verdict.UNDETERMINED && finding.blocking())
                .filter(finding -> attestations
                        .answering(finding.ruleId(), finding.lineIds())
                        .isEmpty())
                .map(finding -> new MissingAttestation(
                        AttestationKinds.of(finding.ruleId()).kind(),
                        finding.ruleId(),
                        finding.blocking(),
                        finding.lineIds()))
                .toList();
    }

    /** What persons can attest to, in the order of the rules. */
    public List<AttestationKind> attestationKinds() {
        return AttestationKinds.all(versionsById.keySet());
    }

    /**
     * Judges a subject by exactly the rules and versions that made those findings, whatever rules there are now.
     *
     * @param then the findings of a receipt
     */
    public Rejudgement judgeAgain(F facts, List<Finding> then) {
        return judgeBy(facts, then.stream().map(RuleVersion::of).distinct().toList());
    }

    /**
     * Judges a subject by those rules and versions and no other. Where two versions of one rule are among them that are both in force, the
     * one is asked whose days include the day of the document.
     */
    public Rejudgement judgeBy(F facts, List<RuleVersion> judgedBy) {
        List<Finding> findings = new ArrayList<>();
        List<RuleVersion> unknown = new ArrayList<>();
        for (RuleVersion wanted : judgedBy) {
            if (isForOtherDays(wanted, judgedBy, facts.judgedAsOf())) {
                continue;
            }
            findings(wanted, facts).ifPresentOrElse(made -> made.forEach(findings::add), () -> unknown.add(wanted));
        }
        return new Rejudgement(Judgement.of(findings), unknown);
    }

    /** Whether this release can ask that version of a rule, be it in force or superseded. */
    public boolean knows(RuleVersion version) {
        return version.equals(RuleVersion.of(Attestations.TEXT))
                || inForce(version).isPresent()
                || replaced.containsKey(version)
                || superseded.containsKey(version);
    }

    private boolean isForOtherDays(RuleVersion wanted, List<RuleVersion> asked, LocalDate day) {
        List<Rule<F>> sideBySide = versionsById.getOrDefault(wanted.ruleId(), new ArrayList<>()).stream()
                .filter(rule -> asked.contains(RuleVersion.of(rule.text())))
                .toList();
        return sideBySide.size() > 1
                && sideBySide.stream()
                        .anyMatch(rule -> RuleVersion.of(rule.text()).equals(wanted))
                && !RuleVersion.of(on(day, sideBySide).text()).equals(wanted);
    }

    /** What one rule finds, made into findings. */
    public Stream<Finding> findings(Rule<F> rule, F facts) {
        List<Outcome> outcomes = outcomes(rule, facts);
        if (outcomes.isEmpty()) {
            throw new IllegalStateException(rule.text().id() + " found nothing: silence is not a pass");
        }
        RuleKind kind = kind(rule, facts);
        FindingMaker maker = new FindingMaker(facts, attestations(facts));
        return outcomes.stream().map(outcome -> maker.finding(rule.text(), kind, outcome));
    }

    /** A rule may be milder or stricter than its text only where its requirement leaves that to the agency. */
    private static <F extends Facts> RuleKind kind(Rule<F> rule, F facts) {
        RuleText text = rule.text();
        return text.latitude().severityByAgency() ? rule.kind(facts) : text.kind();
    }

    private Optional<Stream<Finding>> findings(RuleVersion wanted, F facts) {
        if (wanted.equals(RuleVersion.of(Attestations.TEXT))) {
            return Optional.of(ofAttestations(facts));
        }
        return inForce(wanted)
                .or(() -> Optional.ofNullable(replaced.get(wanted)))
                .map(rule -> findings(rule, facts))
                .or(() -> Optional.ofNullable(superseded.get(wanted)).map(rule -> rule.findings(facts)));
    }

    private Optional<Rule<F>> inForce(RuleVersion wanted) {
        return versionsById.getOrDefault(wanted.ruleId(), new ArrayList<>()).stream()
                .filter(rule -> rule.text().version() == wanted.version())
                .findFirst();
    }

    private Stream<Finding> ofAttestations(F facts) {
        Attestations attestations = attestations(facts);
        FindingMaker maker = new FindingMaker(facts, attestations);
        return attestations.judged().stream()
                .map(outcome -> maker.finding(Attestations.TEXT, Attestations.TEXT.kind(), outcome));
    }

    private Attestations attestations(F facts) {
        return new Attestations(facts, ids);
    }

    /** In the order of their days, whatever the order of the list; two versions that bind on one day are refused. */
    private static <F extends Facts> void placeByDays(List<Rule<F>> versions) {
        versions.sort(Comparator.comparing(rule -> rule.text().days().from()));
        for (int i = 1; i < versions.size(); i++) {
            RuleText earlier = versions.get(i - 1).text();
            RuleText later = versions.get(i).text();
            if (earlier.days().include(later.days().from())) {
                throw new IllegalArgumentException(
                        "%s and %s both bind on %s: give the earlier one a last day before it."
                                .formatted(
                                        RuleVersion.of(earlier),
                                        RuleVersion.of(later),
                                        later.days().from()));
            }
        }
    }

    private Rule<F> on(LocalDate day, List<Rule<F>> versions) {
        Optional<Rule<F>> binding = versions.stream()
                .filter(rule -> rule.text().days().include(day))
                .reduce((earlier, later) -> later);
        return binding.or(() -> versions.stream()
                        .filter(rule -> rule.text().days().from().isBefore(day))
                        .reduce((earlier, later) -> later))
                .orElse(versions.getFirst());
    }

    private List<Outcome> outcomes(Rule<F> rule, F facts) {
        RuleText text = rule.text();
        Optional<String> exempt = whyNotBound(text, facts).or(() -> rule.whyNotApplicable(facts));
        if (exempt.isPresent()) {
            return List.of(Outcome.notApplicable(exempt.get()));
        }
        List<Outcome> missing = missing(text, facts);
        return missing.isEmpty() ? rule.check(facts) : missing;
    }

    private Optional<String> whyNotBound(RuleText text, F facts) {
        AgencyClass bound = text.binds();
        return facts.agencyClass()
                .filter(buyer -> bound != null && buyer != bound)
                .map(buyer -> bound == AgencyClass.STATE
                        ? "Binds State agencies; the buyer is a local agency."
                        : "Binds local agencies; the buyer is a State agency.");
    }

    private List<Outcome> missing(RuleText text, F facts) {
        if (text.binds() != null && facts.agencyClass().isEmpty()) {
            return List.of(facts.unknownAgency());
        }
        List<Outcome> missing = new ArrayList<>();
        for (ParameterName name : text.parameters()) {
            // Whether a yearly figure is known depends on the year that the rule asks about.
            if (!name.isYearly() && facts.parameter(name).isEmpty()) {
                missing.add(Outcome.undetermined("No figure %s is known for %s.", name, facts.judgedAsOf())
                        .remedy("Submit again when an analyst has entered the figure."));
            }
        }
        return missing;
    }

    private static String hash(List<RuleText> rules) {
        String text = rules.stream()
                .map(rule -> RuleVersion.of(rule).toString())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform knows SHA-256", impossible);
        }
    }
}
