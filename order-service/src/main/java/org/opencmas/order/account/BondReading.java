package org.opencmas.order.account;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.account.terms.Bond;
import org.opencmas.order.account.terms.NewBond;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Usd;

/** Reads a bond as it was sent: the form that was given, and, all or nothing, the bond that came. */
final class BondReading {
    private BondReading() {}

    /**
     * @param earlier all records of bonds on the order
     * @throws org.opencmas.problem.InvalidRequest (400) that names every fault
     * @throws Conflict (409) when the record that it replaces was replaced already
     */
    static Bond read(NewBond sent, AccountChange.Context at, List<Bond> earlier) {
        var fields = new FieldReader();
        if (sent.kind() == null) {
            fields.fault("/kind", "is missing");
        }
        Bond.Kind kind = fields.choice("/kind", sent.kind(), Bond.Kind.PAYMENT);
        String form = fields.text("/form", sent.form(), 200);
        LocalDate given = past(fields, "/formGivenOn", sent.formGivenOn(), at.today());
        String surety = fields.optionalText("/surety", sent.surety(), 200);
        Usd amount = sent.amount() == null ? null : fields.money("/amount", sent.amount(), 2);
        LocalDate bondDate = past(fields, "/bondDate", sent.bondDate(), at.today());
        boolean isThere = surety != null || amount != null || bondDate != null;
        if (isThere && (surety == null || amount == null || bondDate == null)) {
            fields.fault("/surety", "comes with amount and bondDate, or none of the three");
        }
        if (amount != null && !amount.isPositive()) {
            fields.fault("/amount", "must be greater than 0");
        }
        if (!isThere && given == null) {
            fields.fault("/formGivenOn", "is missing", "Say when the form was given, or what bond came.");
        }
        UUID replaces = sent.replaces() == null ? null : fields.id("/replaces", sent.replaces());
        fields.requireNoFaults();
        if (replaces != null) {
            requireStanding(replaces, kind, earlier);
        }
        return new Bond(TimeOrderedId.next(), kind, form, given, surety, amount, bondDate, replaces, at.at(), at.by());
    }

    private static @Nullable LocalDate past(FieldReader fields, String pointer, @Nullable String raw, LocalDate today) {
        return raw == null ? null : fields.pastDate(pointer, raw, today);
    }

    private static void requireStanding(UUID replaces, Bond.Kind kind, List<Bond> earlier) {
        Bond old = earlier.stream()
                .filter(bond -> bond.bondId().equals(replaces) && bond.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new NotFound("bond", replaces));
        if (!Accounts.standing(earlier).contains(old)) {
            throw new Conflict("bond-replaced", "Bond " + replaces + " was replaced already.");
        }
    }
}
