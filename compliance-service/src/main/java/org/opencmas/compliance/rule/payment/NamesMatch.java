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

/**
 * PAY-NAME-MATCH: three names are one; capitals and spaces do not matter, punctuation is put to a person, two names that one contractor had
 * before and after a change are told, all else blocks.
 */
public record NamesMatch() implements Rule<InvoiceFacts> {
    @Override
    public RuleText text() {
        return PaymentText.PAY_NAME_MATCH;
    }

    @Override
    public List<Outcome> check(InvoiceFacts facts) {
        InvoiceFacts.Names names = facts.names();
        Stream<Trouble> ofEachCmas = names.agreements().stream().flatMap(cmas -> judge(facts, cmas));
        return Outcomes.orPass(
                Stream.concat(
                        compare("invoice", names.onInvoice(), "order", names.onOrder(), names).stream(), ofEachCmas),
                Outcome.pass("CMAS, order and invoice name one company: %s.", names.onInvoice()));
    }

    private static Stream<Trouble> judge(InvoiceFacts facts, InvoiceFacts.NamedCmas known) {
        InvoiceFacts.Names names = facts.names();
        String name = known.contractorName();
        if (name == null) {
            return Stream.of(Outcome.undetermined(
                            "The company's name on CMAS %s is not known here for %s.", known.cmas(), facts.invoicedOn())
                    .remedy("Compare with the CMAS itself, and attest to it."));
        }
        String cmas = "CMAS " + known.cmas();
        return Stream.of(
                        compare("invoice", names.onInvoice(), cmas, name, names),
                        compare("order", names.onOrder(), cmas, name, names))
                .flatMap(Optional::stream);
    }

    private static Optional<Trouble> compare(
            String where, String name, String other, String otherName, InvoiceFacts.Names names) {
        if (folded(name).equals(folded(otherName))) {
            return Optional.empty();
        }
        return Optional.of(
                differ(where, name, other, otherName, names).with(where, name).with(other, otherName));
    }

    private static Trouble differ(String where, String name, String other, String otherName, InvoiceFacts.Names names) {
        if (withoutPunctuation(name).equals(withoutPunctuation(otherName))) {
            return Outcome.needsAttestation(
                            "The names on %s and %s differ in punctuation: \"%s\" and \"%s\".",
                            where, other, name, otherName)
                    .remedy("Attest that it is the same company, or have the document corrected.");
        }
        if (names.agreements().stream().anyMatch(cmas -> hasNamed(cmas, name) && hasNamed(cmas, otherName))) {
            return Outcome.warn(
                    "The names on %s and %s differ: \"%s\" and \"%s\"; both are names of one contractor, before and after a change.",
                    where, other, name, otherName);
        }
        if (names.agreements().stream().anyMatch(InvoiceFacts.NamedCmas::isWithoutFormerNames)) {
            return Outcome.undetermined(
                            "The names on %s and %s differ: \"%s\" and \"%s\". The contractor's former names are not known here.",
                            where, other, name, otherName)
                    .remedy(
                            "Look the contractor's former names up in the registry, and attest that it is the same company.");
        }
        return Outcome.fail("The names on %s and %s differ: \"%s\" and \"%s\".", where, other, name, otherName)
                .remedy(
                        "Do not approve the invoice. Have the document corrected, or the contractor ask the CMAS Unit for a"
                                + " change of its legal name.");
    }

    private static boolean hasNamed(InvoiceFacts.NamedCmas cmas, String name) {
        return cmas.names().anyMatch(known -> folded(known).equals(folded(name)));
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    private static String withoutPunctuation(String name) {
        return folded(name.replaceAll("[.,;:'\u2019]", "").replaceAll("[-/]", " "));
    }
}
