package org.opencmas.compliance.rule.book;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.agreement.AgreementRules;
import org.opencmas.compliance.rule.authority.AuthorityRules;
import org.opencmas.compliance.rule.bestvalue.BestValueRules;
import org.opencmas.compliance.rule.certification.CertificationRules;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.judging.RuleBook;
import org.opencmas.compliance.rule.lease.LeaseCancellationFacts;
import org.opencmas.compliance.rule.lease.LeaseCancellationRules;
import org.opencmas.compliance.rule.lease.LeaseRules;
import org.opencmas.compliance.rule.nsp.NspRules;
import org.opencmas.compliance.rule.nsp.excluded.ExcludedRules;
import org.opencmas.compliance.rule.offer.OfferRules;
import org.opencmas.compliance.rule.offer.RequestForOfferFacts;
import org.opencmas.compliance.rule.order.OrderRules;
import org.opencmas.compliance.rule.payment.InvoiceRules;
import org.opencmas.compliance.rule.payment.PaymentRules;
import org.opencmas.compliance.rule.progresspayment.ProgressPaymentRules;
import org.opencmas.compliance.rule.publicworks.PublicWorksRules;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.scope.ScopeRules;
import org.opencmas.compliance.rule.services.ServicesRules;
import org.opencmas.compliance.rule.severalcmas.SeveralCmasRules;
import org.opencmas.compliance.rule.solicitation.SolicitationRules;
import org.opencmas.compliance.rule.superseded.SupersededRules;
import org.opencmas.compliance.rule.tax.TaxRules;
import org.opencmas.compliance.rule.terms.TermsRules;

/** The rule books, one for each subject: each joins the lists of its chapters. */
public final class RuleBooks {
    public static final RuleBook<OrderFacts> ORDERS = new RuleBook<>(
            Stream.of(
                            AgreementRules.ALL,
                            OrderRules.ALL,
                            SeveralCmasRules.ALL,
                            NspRules.ALL,
                            ExcludedRules.ALL,
                            PublicWorksRules.ALL,
                            ServicesRules.ALL,
                            LeaseRules.ALL,
                            CertificationRules.ALL,
                            AuthorityRules.ALL,
                            ScopeRules.ALL,
                            SolicitationRules.ALL,
                            BestValueRules.ALL,
                            TermsRules.ALL)
                    .<Rule<OrderFacts>>flatMap(List::stream)
                    .toList(),
            SupersededRules.ALL,
            SupersededRules.REPLACED);

    public static final RuleBook<RequestForOfferFacts> REQUESTS_FOR_OFFER = new RuleBook<>(OfferRules.ALL, List.of());

    public static final RuleBook<InvoiceFacts> INVOICES = new RuleBook<>(
            Stream.of(InvoiceRules.ALL, TaxRules.ALL)
                    .<Rule<InvoiceFacts>>flatMap(List::stream)
                    .toList(),
            List.of(),
            SupersededRules.REPLACED_OF_INVOICES);

    public static final RuleBook<PaymentFacts> PAYMENTS = new RuleBook<>(
            Stream.of(PaymentRules.ALL, ProgressPaymentRules.ALL)
                    .<Rule<PaymentFacts>>flatMap(List::stream)
                    .toList(),
            List.of(),
            SupersededRules.REPLACED_OF_PAYMENTS);

    public static final RuleBook<LeaseCancellationFacts> LEASE_CANCELLATIONS =
            new RuleBook<>(LeaseCancellationRules.ALL, List.of());

    private RuleBooks() {}

    /** What all rules say of themselves, book after book; a rule of several books is listed once. */
    public static List<RuleText> texts() {
        return all().stream().flatMap(book -> book.texts().stream()).distinct().toList();
    }

    /** What the rule of that id says of itself, if there is one: its latest version. */
    public static Optional<RuleText> text(String id) {
        return texts().stream().filter(text -> text.id().equals(id)).reduce((earlier, later) -> later);
    }

    /** Every book. */
    public static List<RuleBook<?>> all() {
        return List.of(ORDERS, REQUESTS_FOR_OFFER, INVOICES, PAYMENTS, LEASE_CANCELLATIONS);
    }
}
