package org.opencmas.fees.proposal;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** Why a proposal is given up. */
@Schema(name = "NewProposalWithdrawal")
public record WithdrawalReason(@NotNull String reason) implements CheckedBody {
    private static final int LONGEST_REASON = 1_000;

    @Override
    public void check(FieldReader fields, LocalDate today) {
        read(fields);
    }

    /**
     * The reason without blanks around it.
     *
     * @throws org.opencmas.problem.InvalidRequest (400) when it is blank, too long or not what a reader sees
     */
    public String plain() {
        var fields = new FieldReader();
        String plain = read(fields);
        fields.requireNoFaults();
        return plain;
    }

    private String read(FieldReader fields) {
        return fields.text("/reason", reason, LONGEST_REASON);
    }
}
