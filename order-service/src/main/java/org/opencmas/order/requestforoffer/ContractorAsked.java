package org.opencmas.order.requestforoffer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.CmasNumber;

/**
 * A contractor that was asked for an offer; each counts once, however many of its agreements are named (SOL-MIN3-STATE).
 *
 * @param cmasNumbers the agreements under which it was asked, at least one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContractorAsked(
        UUID contractorId,
        String name,
        List<CmasNumber> cmasNumbers,
        @JsonUnwrapped KnownCertification certification,
        @JsonUnwrapped Asking asking) {
    public ContractorAsked {
        cmasNumbers = List.copyOf(cmasNumbers);
    }

    /** How a request went out (SOL-CHANNEL, Guide s2 p7); a portal or EDI is not listed there and is told as other electronic. */
    @Schema(name = "RequestChannel")
    public enum Channel {
        MAIL,
        FAX,
        EMAIL,
        OTHER_ELECTRONIC,
        /** For a simple product purchase only. */
        VERBAL
    }

    /**
     * What was known of the contractor's certificates on the day it was asked.
     *
     * @param certifications none when it had none, or none was known
     * @param certificationCheckedOn when that was looked up; null when it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KnownCertification(
            List<CertificationType> certifications,
            @Nullable LocalDate certificationCheckedOn) {
        public KnownCertification {
            certifications = List.copyOf(certifications);
        }
    }

    /**
     * How and when it was asked.
     *
     * @param recipient the address or person; null when it is not told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asking(
            Channel channel, LocalDate askedOn, @Nullable String recipient, String askedBy) {}

    /** Whether it was a certified small business or disabled veteran business when it was asked. */
    public boolean wasCertified() {
        return certification.certifications().stream().anyMatch(type -> type != CertificationType.NP);
    }

    boolean wasAskedVerbally() {
        return asking.channel() == Channel.VERBAL;
    }
}
