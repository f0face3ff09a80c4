package org.opencmas.registry.agreement;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.registry.agreement.store.AgreementState;
import org.opencmas.registry.agreement.terms.TermsCheck;
import org.opencmas.registry.agreement.terms.TermsFields;
import org.opencmas.registry.order.OrdersUnderAgreements;

/** What a supplement would make of an agreement. */
@Schema(name = "SupplementPreview")
public record PreviewView(
        AgreementState agreement,
        List<TermsFields.Difference> differences,
        List<TermsCheck.Warning> warnings,
        List<LocalDate> laterTermsFrom,
        OrdersUnderAgreements.Affected affectedOrders) {
    public static PreviewView of(PreviewSupplement.Preview preview) {
        return new PreviewView(
                preview.entry().state(),
                preview.differences(),
                TermsCheck.warnings(preview.entry().supplement().terms()),
                preview.later(),
                preview.orders());
    }
}
