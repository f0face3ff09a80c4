package org.opencmas.compliance.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.problem.Forbidden;
import org.opencmas.terms.Roles;

/** Whose determinations a caller may see and ask for. */
@ApplicationScoped
class ExemptionAccess {
    private final Caller caller;

    ExemptionAccess(Caller caller) {
        this.caller = caller;
    }

    /**
     * The agency that the caller asks for; null for a reviewer of exemptions, who names one.
     *
     * @throws Forbidden (403) when the token of a buyer names no agency
     */
    @Nullable
    UUID asksFor() {
        boolean buys = caller.has(Roles.AGENCY_BUYER) || caller.has(Roles.AGENCY_APPROVER);
        UUID own = buys ? caller.agencyId().orElse(null) : null;
        if (own == null && !caller.has(Roles.EXEMPTION_REVIEWER)) {
            throw new Forbidden("The token names no agency to ask for.");
        }
        return own;
    }

    /**
     * The only agency whose determinations the caller sees; null for one who sees all.
     *
     * @throws Forbidden (403) when the token of a buyer names no agency
     */
    @Nullable
    UUID onlyAgency() {
        return seesAll()
                ? null
                : caller.agencyId()
                        .orElseThrow(() -> new Forbidden("The token names no agency whose determinations to show."));
    }

    /** Does work in the database, which itself knows how many rows the request may see. */
    <T, X extends Throwable> T reading(ScopedValue.CallableOp<T, X> work) throws X {
        return work.call();
    }

    private boolean seesAll() {
        return caller.seesAll() || caller.has(Roles.EXEMPTION_REVIEWER);
    }

    String subject() {
        return caller.subject();
    }

    String name() {
        return caller.name();
    }

    Actor actor(UUID agencyId) {
        return new Actor(caller.subject(), agencyId.toString(), caller.requestId());
    }
}
