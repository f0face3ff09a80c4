package org.opencmas.compliance.rule.payment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;

/** PAY-NAME-MATCH: three names are one; capitals and spaces do not matter, punctuation is put to a person, all else blocks. */
public record NamesMatch() implements Rule<InvoiceFacts> {
    @Override
    public RuleText text() {
        return PaymentText.PAY_NAME_MATCH;
    }

    @Override
    public List<Outcome> check(InvoiceFacts facts) {
        Stream<Trouble> ofEachCmas = facts.names().agreements().stream().flatMap(cmas -> judge(facts, cmas));
        return Outcomes.orPass(
                Stream.concat(
                        compare(
                                "invoice",
                                facts.names().onInvoice(),
                                "order",
                                facts.names().onOrder())
                                .stream(),
                        ofEachCmas),
                Outcome.pass(
                        "CMAS, order and invoice name one company: %s.",
                        facts.names().onInvoice()));
    }

    private static Stream<Trouble> judge(InvoiceFacts facts, InvoiceFacts.NamedCmas known) {
        String name = known.contractorName();
        if (name == null) {
            return Stream.of(Outcome.undetermined(
                            "The company's name on CMAS %s is not known here for %s.", known.cmas(), facts.invoicedOn())
                    .remedy("Compare with the CMAS itself, and attest to it."));
        }
        String cmas = "CMAS " + known.cmas();
        return Stream.of(
                        compare("invoice", facts.names().onInvoice(), cmas, name),
                        compare("order", facts.names().onOrder(), cmas, name))
                .flatMap(Optional::stream);
    }

    private static Optional<Trouble> compare(String where, String name, String other, String otherName) {
        if (folded(name).equals(folded(otherName))) {
            return Optional.empty();
        }
        boolean alike = withoutPunctuation(name).equals(withoutPunctuation(otherName));
        Trouble differ = alike
                ? Outcome.needsAttestation(
                                "The names on %s and %s differ in punctuation: \"%s\" and \"%s\".",
                                where, other, name, otherName)
                        .remedy("Attest that it is the same company, or have the document corrected.")
                : Outcome.fail("The names on %s and %s differ: \"%s\" and \"%s\".", where, other, name, otherName)
                        .remedy(
                                "Do not approve the invoice. Have the document corrected, or the contractor ask the CMAS Unit for a"
                                        + " change of its legal name.");
        return Optional.of(differ.with(where, name).with(other, otherName));
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    private static String withoutPunctuation(String name) {
        return folded(name.replaceAll("[.,;:'\u2019]", "").replaceAll("[-/]", " "));
    }
}
