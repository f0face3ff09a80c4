package org.opencmas.order.purchaseorder.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.ContractorAgreement;
import org.opencmas.problem.Fault;

/**
 * A contractor's rejection of an inaccurate order (Guide s3 p9, s12 p23). The order counts for nothing from then on, until an
 * amendment is issued in its place.
 *
 * @param pointer JSON pointer into the order's document at what is wrong, such as {@code /lines/0/unitPrice}; null when
 *     no single field is
 * @param rightValue what should stand there; null when there is no right value
 * @param furtherFields what else is wrong, each with its own reason and right value; none of an older rejection
 * @param rejectedOn the day on which it was said, in California; null where that was not noted yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Rejection")
public record Rejection(
        Reason reasonCode,
        @Nullable String pointer,
        @Nullable String rightValue,
        String reason,
        String rejectedBy,
        @Nullable LocalDate rejectedOn,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<FurtherField> furtherFields)
        implements ActDetails {
    public Rejection {
        furtherFields = furtherFields == null ? List.of() : List.copyOf(furtherFields);
    }

    /** One more field of the document that is wrong, and what should stand there. */
    @Schema(name = "FurtherField")
    public record FurtherField(Reason reasonCode, String pointer, String rightValue) {}

    /** Every right value by its place in the document, in the order in which they were named. */
    public Map<String, String> rightValues() {
        Map<String, String> values = new LinkedHashMap<>();
        if (pointer != null && rightValue != null) {
            values.put(pointer, rightValue);
        }
        for (FurtherField field : furtherFields == null ? List.<FurtherField>of() : furtherFields) {
            values.put(field.pointer(), field.rightValue());
        }
        return values;
    }

    /**
     * What the contractor asked for itself it agreed to, on the day on which it asked. Nothing where an amendment puts more on it than that:
     * whatever else stood in the rejected version, a termination provision included, it did not agree to.
     *
     * @param increased what of the amendment puts more on the contractor than it accepted
     * @return null also where nothing does, so that there is nothing to agree to, and where the day was not noted yet
     */
    public @Nullable ContractorAgreement agreementTo(List<Fault> increased) {
        Set<String> asked = rightValues().keySet();
        return rejectedOn == null
                        || increased.isEmpty()
                        || !increased.stream().map(Fault::pointer).allMatch(asked::contains)
                ? null
                : new ContractorAgreement(rejectedBy, rejectedOn, null);
    }

    /** What is inaccurate, in the words of the Guide's own list of causes (s12 p23) and the usual others. */
    @Schema(name = "RejectionReason")
    public enum Reason {
        CMAS_NUMBER,
        ITEM_NOT_ON_CONTRACT,
        PRICE,
        QUANTITY_OR_UNIT,
        LOCATION,
        PRICE_BUNDLING,
        CMAS_EXPIRED,
        OTHER
    }

    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reasonCode", reasonCode);
        if (pointer != null && rightValue != null) {
            details.put("pointer", pointer);
            details.put("rightValue", rightValue);
        }
        details.put("reason", reason);
        details.put("rejectedBy", rejectedBy);
        if (rejectedOn != null) {
            details.put("rejectedOn", rejectedOn);
        }
        if (furtherFields != null && !furtherFields.isEmpty()) {
            details.put("furtherFields", furtherFields);
        }
        return details;
    }
}
