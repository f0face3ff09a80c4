package org.opencmas.order.purchaseorder.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.history.Rejection;
import org.opencmas.order.purchaseorder.history.Rejection.FurtherField;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;

/** The body of a contractor's rejection, as it is sent: pointer and right value come together or not at all, and further fields only beside them. */
@Schema(name = "NewRejection")
public record NewRejection(
        @Schema(
                required = true,
                enumeration = {
                    "CMAS_NUMBER",
                    "ITEM_NOT_ON_CONTRACT",
                    "PRICE",
                    "QUANTITY_OR_UNIT",
                    "LOCATION",
                    "PRICE_BUNDLING",
                    "CMAS_EXPIRED",
                    "OTHER"
                })
        @Nullable
        String reasonCode,

        @Nullable String pointer,

        @Nullable String rightValue,

        @Schema(required = true, maxLength = 1000) @Nullable String reason,

        @Schema(maxItems = MOST_FURTHER) @Nullable List<@Nullable NewFurtherField> furtherFields)
        implements CheckedBody {
    /** Most fields beside the first, inclusive. */
    public static final int MOST_FURTHER = 100;

    /** One more field that is wrong. */
    @Schema(name = "NewFurtherField")
    public record NewFurtherField(
            @Schema(
                    required = true,
                    enumeration = {
                        "CMAS_NUMBER",
                        "ITEM_NOT_ON_CONTRACT",
                        "PRICE",
                        "QUANTITY_OR_UNIT",
                        "LOCATION",
                        "PRICE_BUNDLING",
                        "CMAS_EXPIRED",
                        "OTHER"
                    })
            @Nullable
            String reasonCode,

            @Schema(required = true, maxLength = 200) @Nullable
            String pointer,

            @Schema(required = true, maxLength = 1000) @Nullable
            String rightValue) {}

    @Override
    public void check(FieldReader fields, LocalDate today) {
        read(fields, "", today);
    }

    /**
     * What is read; of no use when the fields hold a fault.
     *
     * @param by who sends it
     * @param today in California, the day of the rejection
     */
    public Rejection read(FieldReader fields, String by, LocalDate today) {
        Rejection.Reason code = fields.requiredChoice("/reasonCode", reasonCode, Rejection.Reason.OTHER);
        String place = fields.optionalText("/pointer", pointer, 200);
        String value = fields.optionalText("/rightValue", rightValue, 1000);
        if (pointer == null && rightValue != null) {
            fields.fault("/pointer", "is missing", "Say where the right value belongs, or leave out both.");
        } else if (pointer != null && rightValue == null) {
            fields.fault("/rightValue", "is missing", "Say what should stand there, or leave out both.");
        }
        requireSaid(fields, "/pointer", pointer);
        requireSaid(fields, "/rightValue", rightValue);
        String why = fields.text("/reason", reason, 1000);
        List<FurtherField> further = further(fields, place);
        return new Rejection(code, place, value, why, by, today, further);
    }

    /** What is blank is neither absent nor a place or a value. */
    private static void requireSaid(FieldReader fields, String pointer, @Nullable String raw) {
        if (raw != null && Identifier.isBlank(raw)) {
            fields.fault(pointer, "is blank", "Name the field and what should stand there, or leave out both.");
        }
    }

    private List<FurtherField> further(FieldReader fields, @Nullable String first) {
        List<FurtherField> further = new ArrayList<>();
        if (furtherFields == null || furtherFields.isEmpty()) {
            return further;
        }
        if (pointer == null) {
            fields.fault("/pointer", "is missing", "Name the first field there, and the others in furtherFields.");
        }
        Set<String> named = new HashSet<>();
        named.add(first == null ? "" : first);
        fields.<NewFurtherField>each("/furtherFields", furtherFields, MOST_FURTHER, (at, one) -> {
            Rejection.Reason code = fields.requiredChoice(at + "/reasonCode", one.reasonCode(), Rejection.Reason.OTHER);
            String other = fields.text(at + "/pointer", one.pointer(), 200);
            if (!other.isEmpty() && !named.add(other)) {
                fields.fault(at + "/pointer", "is named before");
            }
            further.add(new FurtherField(code, other, fields.text(at + "/rightValue", one.rightValue(), 1000)));
        });
        return further;
    }
}
