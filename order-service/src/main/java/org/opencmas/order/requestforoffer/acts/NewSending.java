package org.opencmas.order.requestforoffer.acts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.requestforoffer.ContractorAsked;
import org.opencmas.order.requestforoffer.ContractorAsked.Asking;
import org.opencmas.order.requestforoffer.ContractorAsked.Channel;
import org.opencmas.order.requestforoffer.ContractorAsked.KnownCertification;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.CmasNumber;

/** Whom the request is sent to, as it is told. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewSending")
record NewSending(
        @Schema(required = true, minItems = 1, maxItems = MAX_CONTRACTORS) @Nullable
        List<@Nullable NewContractor> contractors,

        @Schema(maxLength = 1000) @Nullable String noneCertifiedReason)
        implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        read(fields, "", today);
        noneCertified(fields);
    }

    @Nullable
    String noneCertified(FieldReader fields) {
        return fields.optionalText("/noneCertifiedReason", noneCertifiedReason, 1000);
    }

    /** Most contractors that one request asks, inclusive. */
    static final int MAX_CONTRACTORS = 100;

    private static final int MAX_AGREEMENTS = 50;

    /** A contractor that is asked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewContractorAsked")
    record NewContractor(
            @Schema(required = true, format = "uuid") @Nullable
            String contractorId,

            @Schema(required = true, maxLength = 200) @Nullable
            String name,

            @Schema(required = true, minItems = 1, maxItems = MAX_AGREEMENTS) @Nullable
            List<@Nullable String> cmasNumbers,

            @Nullable List<@Nullable String> certifications,
            @Schema(format = "date") @Nullable String certificationCheckedOn,

            @Schema(
                    required = true,
                    enumeration = {"MAIL", "FAX", "EMAIL", "OTHER_ELECTRONIC", "VERBAL"})
            @Nullable
            String channel,

            @Schema(required = true, format = "date") @Nullable
            String askedOn,

            @Schema(maxLength = 400) @Nullable String recipient) {}

    /** @throws org.opencmas.problem.InvalidRequest (400) naming every fault */
    List<ContractorAsked> read(FieldReader fields, String sender, LocalDate today) {
        List<ContractorAsked> read = new ArrayList<>();
        if (contractors == null || contractors.isEmpty()) {
            fields.fault("/contractors", "is missing or empty", "A request is sent to one contractor at least.");
        } else {
            fields.<NewContractor>each(
                    "/contractors",
                    contractors,
                    MAX_CONTRACTORS,
                    (at, one) -> read.add(contractor(fields, at, one, sender, today)));
        }
        return read;
    }

    private static ContractorAsked contractor(
            FieldReader fields, String at, NewContractor sent, String sender, LocalDate today) {
        int faultsBefore = fields.faultCount();
        LocalDate askedOn = fields.pastDate(at + "/askedOn", sent.askedOn(), today);
        LocalDate checkedOn = fields.optionalDate(at + "/certificationCheckedOn", sent.certificationCheckedOn());
        Set<CertificationType> certifications = new LinkedHashSet<>();
        if (sent.certifications() != null) {
            fields.<String>each(
                    at + "/certifications",
                    sent.certifications(),
                    CertificationType.values().length,
                    (place, type) -> certifications.add(fields.choice(place, type, CertificationType.SB)));
        }
        if (fields.faultCount() == faultsBefore) {
            if (!certifications.isEmpty() && checkedOn == null) {
                fields.fault(at + "/certificationCheckedOn", "is missing", "Say when the certificate was looked up.");
            } else if (checkedOn != null && checkedOn.isAfter(askedOn)) {
                fields.fault(
                        at + "/certificationCheckedOn",
                        checkedOn + " is after " + askedOn + ", the day on which it was asked");
            }
        }
        return new ContractorAsked(
                fields.id(at + "/contractorId", sent.contractorId()),
                fields.text(at + "/name", sent.name(), 200),
                agreements(fields, at + "/cmasNumbers", sent.cmasNumbers()),
                new KnownCertification(List.copyOf(certifications), checkedOn),
                new Asking(
                        fields.requiredChoice(at + "/channel", sent.channel(), Channel.EMAIL),
                        askedOn,
                        fields.optionalText(at + "/recipient", sent.recipient(), 400),
                        sender));
    }

    private static List<CmasNumber> agreements(FieldReader fields, String at, @Nullable List<@Nullable String> sent) {
        Set<CmasNumber> numbers = new LinkedHashSet<>();
        if (sent == null || sent.isEmpty()) {
            fields.fault(at, "is missing or empty", "Name the agreement under which the contractor is asked.");
            return List.of();
        }
        fields.<String>each(at, sent, MAX_AGREEMENTS, (place, text) -> {
            CmasNumber number = fields.value(place, text, "is no CMAS number", CmasNumber::parse);
            if (number != null) {
                numbers.add(CmasNumber.parse(number.canonical()));
            }
        });
        return List.copyOf(numbers);
    }
}
