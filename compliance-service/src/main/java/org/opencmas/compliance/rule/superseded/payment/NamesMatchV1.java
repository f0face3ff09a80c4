package org.opencmas.compliance.rule.superseded.payment;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;

/**
 * PAY-NAME-MATCH: three names are one; capitals and spaces do not matter, punctuation is put to a person, all else blocks.
 *
 * <p>Version 1. A name that the same contractor had before was another company's.
 */
public record NamesMatchV1() implements Rule<InvoiceFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "PAY-NAME-MATCH",
                    1,
                    RuleKind.BLOCK,
                    "The company's name is the same on CMAS, order and invoice",
                    "An invoice whose company name differs from the one on the CMAS or on the order is not to be approved; the contractor has its"
                            + " legal name changed on the CMAS first.",
                    guide(6, 15, "Contractor Name/ Ownership Change"))
            .read(
                    "Capitals and spaces do not matter. Where only punctuation differs, as in Inc and Inc. or a comma, a person says that it is"
                            + " the same company. The name on the CMAS is that of the invoice date; a trade name counts only if it stands there.");

    @Override
    public RuleText text() {
        return TEXT;
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
