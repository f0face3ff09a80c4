package org.opencmas.order.invoice.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.invoice.document.InvoiceDocument.Names;
import org.opencmas.order.invoice.match.Difference.Reason;
import org.opencmas.order.registry.KnownAgreement;
import org.opencmas.terms.CmasNumber;

/**
 * PAY-NAME-MATCH: agreement, order and invoice name one company; capitals and spaces do not matter, punctuation is put to a person, another
 * name that the same contractor had before is told, and all else blocks. What stands on an agreement is
 * what the registry told of it for the day of the invoice; the agency's own word counts only for an agreement that is not known here.
 */
final class CompanyNameCheck {
    private final UUID invoiceId;
    private final Names names;
    private final List<Difference> found = new ArrayList<>();

    private CompanyNameCheck(Invoice invoice) {
        this.invoiceId = invoice.invoiceId();
        this.names = invoice.document().names();
    }

    /**
     * @param ordered the agreements of the order
     * @param known those of them that the registry told of
     */
    static List<Difference> check(Invoice invoice, List<CmasNumber> ordered, List<KnownAgreement> known) {
        var check = new CompanyNameCheck(invoice);
        List<Set<String>> ofContractor = known.stream()
                .map(agreement -> agreement.namesUntil(invoice.document().invoicedOn()).stream()
                        .map(CompanyNameCheck::folded)
                        .collect(Collectors.toSet()))
                .toList();
        check.compare("invoice", check.names.onInvoice(), "order", check.names.onOrder(), ofContractor);
        Map<String, String> printed = new LinkedHashMap<>();
        for (KnownAgreement agreement : known) {
            String name = agreement.on(invoice.document().invoicedOn()).contractorName();
            printed.putIfAbsent(folded(name) + withoutPunctuation(name), name);
            check.compareCopy(agreement.cmasNumber(), name);
        }
        printed.values().forEach(name -> {
            check.compare("invoice", check.names.onInvoice(), "agreement", name, ofContractor);
            check.compare("order", check.names.onOrder(), "agreement", name, ofContractor);
        });
        if (known.size() < ordered.size()) {
            String word = check.names.onAgreement();
            check.compare("invoice", check.names.onInvoice(), "agreement", word, ofContractor);
            check.compare("order", check.names.onOrder(), "agreement", word, ofContractor);
        }
        return check.found.stream().distinct().toList();
    }

    private void compare(String where, String name, String other, String otherName, List<Set<String>> ofContractor) {
        if (folded(name).equals(folded(otherName))) {
            return;
        }
        boolean alike = withoutPunctuation(name).equals(withoutPunctuation(otherName));
        // Of one agreement: those of two contractors are no names of one.
        boolean changed =
                ofContractor.stream().anyMatch(all -> all.containsAll(Set.of(folded(name), folded(otherName))));
        Reason reason = alike ? Reason.NAME_PUNCTUATION : changed ? Reason.NAME_CHANGED : Reason.NAME_DIFFERS;
        String how = alike
                ? " in punctuation"
                : changed ? "; both are names of one contractor, before and after a change" : "";
        found.add(reason.on(
                invoiceId,
                null,
                "The names on %s and %s differ%s: \"%s\" and \"%s\".",
                where,
                other,
                how,
                name,
                otherName));
    }

    /** What the agency read in its copy is told where the registry has it otherwise; that alone makes no other company. */
    private void compareCopy(String cmasNumber, String name) {
        if (!folded(names.onAgreement()).equals(folded(name))) {
            found.add(Reason.NAME_IN_COPY_DIFFERS.on(
                    invoiceId,
                    null,
                    "On CMAS %s the registry has \"%s\"; your copy is said to have \"%s\".",
                    cmasNumber,
                    name,
                    names.onAgreement()));
        }
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    private static String withoutPunctuation(String name) {
        return folded(name.replaceAll("[.,;:'\u2019]", "").replaceAll("[-/]", " "));
    }
}
