package org.opencmas.order.invoice.match;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.opencmas.order.invoice.document.InvoiceDocument;

/** PAY-NAME-MATCH: three names are one; capitals and spaces do not matter, punctuation is put to a person, all else blocks. */
final class CompanyNameCheck {
    private CompanyNameCheck() {}

    static List<Difference> check(UUID invoiceId, InvoiceDocument.Names names) {
        return Stream.of(
                        compare(invoiceId, "invoice", names.onInvoice(), "order", names.onOrder()),
                        compare(invoiceId, "invoice", names.onInvoice(), "agreement", names.onAgreement()),
                        compare(invoiceId, "order", names.onOrder(), "agreement", names.onAgreement()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Difference> compare(
            UUID invoiceId, String where, String name, String other, String otherName) {
        if (folded(name).equals(folded(otherName))) {
            return Optional.empty();
        }
        boolean alike = withoutPunctuation(name).equals(withoutPunctuation(otherName));
        Difference.Reason reason = alike ? Difference.Reason.NAME_PUNCTUATION : Difference.Reason.NAME_DIFFERS;
        return Optional.of(reason.on(
                invoiceId,
                null,
                "The names on %s and %s differ%s: \"%s\" and \"%s\".",
                where,
                other,
                alike ? " in punctuation" : "",
                name,
                otherName));
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    private static String withoutPunctuation(String name) {
        return folded(name.replaceAll("[.,;:'\u2019]", "").replaceAll("[-/]", " "));
    }
}
