package org.opencmas.order.account.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Usd;

/** A bond as a client sends it. */
public record NewBond(
        @Nullable String kind,
        @Nullable String form,
        @Nullable String formGivenOn,
        @Nullable String surety,
        @Nullable String amount,
        @Nullable String bondDate,
        @Nullable String replaces)
        implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        read(fields, today, Instant.EPOCH, "");
    }

    /** What is read; of no use when the fields hold a fault. */
    public Bond read(FieldReader fields, LocalDate today, Instant at, String by) {
        Bond.Kind chosen = fields.requiredChoice("/kind", kind, Bond.Kind.PAYMENT);
        String formName = fields.text("/form", form, 200);
        LocalDate given = past(fields, "/formGivenOn", formGivenOn, today);
        String suretyName = fields.optionalText("/surety", surety, 200);
        Usd sum = amount == null ? null : fields.money("/amount", amount, 2);
        LocalDate dated = past(fields, "/bondDate", bondDate, today);
        boolean isThere = suretyName != null || sum != null || dated != null;
        if (isThere && (suretyName == null || sum == null || dated == null)) {
            fields.fault("/surety", "comes with amount and bondDate, or none of the three");
        }
        if (sum != null && !sum.isPositive()) {
            fields.fault("/amount", "must be greater than 0");
        }
        if (!isThere && given == null) {
            fields.fault("/formGivenOn", "is missing", "Say when the form was given, or what bond came.");
        }
        UUID replaced = replaces == null ? null : fields.id("/replaces", replaces);
        return new Bond(TimeOrderedId.next(), chosen, formName, given, suretyName, sum, dated, replaced, at, by);
    }

    private static @Nullable LocalDate past(FieldReader fields, String pointer, @Nullable String raw, LocalDate today) {
        return raw == null ? null : fields.pastDate(pointer, raw, today);
    }
}
