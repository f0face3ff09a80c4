package org.opencmas.order.account;

import java.util.List;
import java.util.UUID;
import org.opencmas.order.account.terms.Bond;
import org.opencmas.order.account.terms.NewBond;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;

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
        Bond bond = sent.read(fields, at.today(), at.at(), at.by());
        fields.requireNoFaults();
        if (bond.replaces() != null) {
            requireStanding(bond.replaces(), bond.kind(), earlier);
        }
        return bond;
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
