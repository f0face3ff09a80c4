package org.opencmas.compliance.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.lease.LeaseCancellationFacts;
import org.opencmas.compliance.rule.lease.LeaseCancellationFacts.Ground;
import org.opencmas.compliance.rule.lease.LeaseCancellationFacts.Reason;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.orderbody.NewOrder.NewAttestation;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/**
 * The body of a check of a lease's cancellation, before the notice goes out.
 *
 * @param noticedOn the date on the notice; today when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LeaseCancellationToCheck")
record LeaseCancellationToCheck(
        @Schema(format = "date") @Nullable String noticedOn,

        @Schema(
                required = true,
                enumeration = {"LACK_OF_FUNDS", "CONVENIENCE", "OTHER"})
        @Nullable
        String ground,

        @Schema(enumeration = {"NOT_REQUIRED", "REPLACEMENT_WANTED", "OTHER"}) @Nullable
        String reason,

        @Nullable Boolean stillFunded,

        @Schema(maxLength = 1000) @Nullable String evidence,

        @Schema(maxItems = NewOrder.MAX_ATTESTATIONS) @Nullable
        List<@Nullable NewAttestation> attestations)
        implements CheckedBody {

    @Override
    public void check(FieldReader fields, LocalDate today) {
        read(fields, today, "");
    }

    /**
     * @param sender the caller, who attests where no other person is named
     * @throws InvalidRequest (400) with every fault
     */
    LeaseCancellationFacts facts(LocalDate today, String sender) {
        var fields = new FieldReader();
        LeaseCancellationFacts read = read(fields, today, sender);
        fields.requireNoFaults();
        return read;
    }

    private LeaseCancellationFacts read(FieldReader fields, LocalDate today, String sender) {
        List<Attestation> words = new ArrayList<>();
        if (attestations != null) {
            fields.<NewAttestation>each(
                    "/attestations",
                    attestations,
                    NewOrder.MAX_ATTESTATIONS,
                    (at, sent) -> words.add(word(fields, at, sent, today, sender)));
        }
        return new LeaseCancellationFacts(
                noticedOn == null ? today : fields.pastDate("/noticedOn", noticedOn, today),
                today,
                fields.requiredChoice("/ground", ground, Ground.OTHER),
                reason == null ? null : fields.choice("/reason", reason, Reason.OTHER),
                stillFunded,
                fields.optionalText("/evidence", evidence, 1000),
                words);
    }

    private static Attestation word(
            FieldReader fields, String at, NewAttestation sent, LocalDate today, String sender) {
        if (sent.lineIds() != null) {
            fields.fault(at + "/lineIds", "names lines, and a cancellation has none", "Leave it out.");
        }
        return new Attestation(
                fields.identifier(at + "/rule", sent.rule(), 60),
                fields.text(at + "/statement", sent.statement(), 2000),
                sent.attestedBy() == null ? sender : fields.identifier(at + "/attestedBy", sent.attestedBy(), 200),
                fields.pastDate(at + "/attestedOn", sent.attestedOn(), today),
                fields.optionalText(at + "/evidence", sent.evidence(), 1000),
                null,
                null,
                sender);
    }
}
