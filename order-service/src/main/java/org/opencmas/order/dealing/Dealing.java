package org.opencmas.order.dealing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One dealing as it was recorded; it is never changed. Exactly one of the three parts is there, the one of its kind.
 *
 * @param happenedOn the day on which it happened, in California; of a provision the later of the two acceptances
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Dealing")
public record Dealing(
        UUID dealingId,
        UUID orderId,
        UUID agencyId,
        Kind kind,
        LocalDate happenedOn,
        Instant recordedAt,
        String recordedBy,
        @Nullable Dispatch dispatch,
        @Nullable Contact contact,
        @Nullable NegotiatedProvision negotiatedProvision) {

    /** What a dealing can be. */
    @Schema(name = "DealingKind")
    public enum Kind {
        /** The order was sent to the contractor (ORD-DISPATCH, Guide s3 p9). */
        DISPATCH,
        /** The agency spoke with the contractor about what is wrong (ORD-CORRECT-FIRST-CONTACT, Guide s3 p9). */
        CONTACT,
        /** Both sides agreed to a further termination provision before the issue (ORD-TERM-NEGOTIATED, Guide s3 p9). */
        NEGOTIATED_PROVISION
    }

    /**
     * Ways to send an order. The Guide names mail, fax and FI$Cal; the others are allowed and recorded all the same, a reading.
     */
    @Schema(name = "DispatchMethod")
    public enum Method {
        MAIL,
        FAX,
        FISCAL,
        EMAIL,
        EDI,
        IN_PERSON
    }

    /** @param form the form that was used; local agencies may use their own (ORD-FORM-LOCAL, Guide s3 p9) */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Dispatch")
    public record Dispatch(
            Method method, String sentTo, @Nullable String form) {}

    /** @param spokeWith the person on the contractor's side */
    @Schema(name = "ContractorContact")
    public record Contact(String spokeWith, String about) {}

    /** @param text the words agreed; the contractor need not accept more risk than the agreement's own terms put on it */
    @Schema(name = "NegotiatedProvision")
    public record NegotiatedProvision(
            String text,
            String acceptedByAgency,
            LocalDate agencyAcceptedOn,
            String acceptedByContractor,
            LocalDate contractorAcceptedOn) {}

    Object part() {
        return switch (kind) {
            case DISPATCH -> java.util.Objects.requireNonNull(dispatch);
            case CONTACT -> java.util.Objects.requireNonNull(contact);
            case NEGOTIATED_PROVISION -> java.util.Objects.requireNonNull(negotiatedProvision);
        };
    }
}
