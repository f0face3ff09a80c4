package org.opencmas.order.purchaseorder.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That the contractor agreed to an amendment before it was sent: it need not accept more risk than it accepted (Guide s3 p9).
 *
 * @param agreedBy the person on the contractor's side
 * @param agreedOn from the date of the order to the day on which it was said, inclusive
 * @param terminationProvision a further termination provision that both sides agreed to after the issue, in its words (ORD-TERM-NEGOTIATED); null
 *     for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContractorAgreement")
public record ContractorAgreement(
        String agreedBy, LocalDate agreedOn, @Nullable String terminationProvision) {}
