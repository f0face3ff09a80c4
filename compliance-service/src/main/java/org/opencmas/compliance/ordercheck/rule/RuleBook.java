package org.opencmas.compliance.ordercheck.rule;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencmas.terms.AgencyClass;

/**
 * Asks every rule about an order and says what the answers mean for it.
 *
 * <p>A FAIL of a blocking rule stops an order. NEEDS_ATTESTATION and UNDETERMINED of a blocking rule stop it too, until a named
 * person attests to that rule on the order itself; an attestation lifts exactly the rule it names and never a FAIL. WARN stops nothing.
 */
public final class RuleBook {
    /** Every rule there is: what the sealed interface permits is in force. */
    private static final List<OrderRule> RULES = Arrays.stream(OrderRule.class.getPermittedSubclasses())
            .map(RuleBook::create)
            .toList();

    private static final String VERSION = hash(RULES);

    private RuleBook() {}

    /** All rules, in the order in which findings are shown. */
    public static List<OrderRule> rules() {
        return RULES;
    }

    /** The rule of that id, if there is one. */
    public static Optional<OrderRule> rule(String id) {
        return RULES.stream().filter(rule -> rule.text().id().equals(id)).findFirst();
    }

    /** SHA-256 over the ids and versions of all rules: two evaluations with the same one were judged by the same logic. */
    public static String version() {
        return VERSION;
    }

    /** Judges an order by every rule. All findings are given, not only the first, so that one answer shows all there is to mend. */
    public static Judgement judge(OrderFacts facts) {
        return Judgement.of(
                RULES.stream().flatMap(rule -> findings(rule, facts)).toList());
    }

    static Stream<Finding> findings(OrderRule rule, OrderFacts facts) {
        List<Outcome> outcomes = outcomes(rule, facts);
        if (outcomes.isEmpty()) {
            throw new IllegalStateException(rule.text().id() + " found nothing: silence is not a pass");
        }
        return outcomes.stream().map(outcome -> finding(rule.text(), outcome, facts.order()));
    }

    private static List<Outcome> outcomes(OrderRule rule, OrderFacts facts) {
        RuleText text = rule.text();
        Optional<String> exempt = whyNotBound(text, facts).or(() -> rule.whyNotApplicable(facts));
        if (exempt.isPresent()) {
            return List.of(Outcome.notApplicable(exempt.get()));
        }
        List<Outcome> missing = missing(text, facts);
        return missing.isEmpty() ? rule.check(facts) : missing;
    }

    private static Optional<String> whyNotBound(RuleText text, OrderFacts facts) {
        if (facts.order().orderDate().isBefore(text.inForceFrom())) {
            return Optional.of("Asked for orders dated %s or later.".formatted(text.inForceFrom()));
        }
        AgencyClass bound = text.binds();
        return facts.agencyClass()
                .filter(buyer -> bound != null && buyer != bound)
                .map(buyer -> bound == AgencyClass.STATE
                        ? "Binds State agencies; the buyer is a local agency."
                        : "Binds local agencies; the buyer is a State agency.");
    }

    private static List<Outcome> missing(RuleText text, OrderFacts facts) {
        if (text.binds() != null && facts.agency() == null) {
            return List.of(AgencyIsPublicBody.unknownAgency(facts));
        }
        return text.parameters().stream()
                .filter(name -> facts.parameter(name).isEmpty())
                .map(name -> Outcome.undetermined(
                                "No figure %s is known for %s.",
                                name, facts.order().relevantDate())
                        .remedy("Submit again when an analyst has entered the figure."))
                .toList();
    }

    private static Finding finding(RuleText text, Outcome outcome, Order order) {
        Optional<Attestation> attestation = order.attestationOf(text.id());
        boolean answered = attestation.isPresent() && isOpenToAttestation(outcome.verdict());
        return new Finding(
                text.id(),
                text.version(),
                outcome.verdict(),
                text.kind() == RuleKind.BLOCK && stops(outcome.verdict()) && !answered,
                answered ? outcome.message() + " " + attestation.orElseThrow().sentence() : outcome.message(),
                outcome.numbers(),
                text.citation(),
                outcome.lineIds(),
                answered ? null : outcome.remedy());
    }

    private static boolean stops(Verdict verdict) {
        return verdict == Verdict.FAIL || isOpenToAttestation(verdict);
    }

    private static boolean isOpenToAttestation(Verdict verdict) {
        return verdict == Verdict.NEEDS_ATTESTATION || verdict == Verdict.UNDETERMINED;
    }

    private static OrderRule create(Class<?> rule) {
        try {
            return (OrderRule) rule.getDeclaredConstructor().newInstance();
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException wrong) {
            throw new IllegalStateException(rule + " is no record without components", wrong);
        }
    }

    private static String hash(List<OrderRule> rules) {
        String text = rules.stream()
                .map(OrderRule::text)
                .map(rule -> rule.id() + "@" + rule.version())
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
