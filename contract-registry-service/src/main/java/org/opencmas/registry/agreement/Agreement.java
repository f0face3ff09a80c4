package org.opencmas.registry.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProcurementKind;

/** One CMAS: what never changes about it, its status, and how far its supplements go. */
@Entity
class Agreement {
    @Id
    private String cmasNumber;

    @Version
    private long version = 1;

    private String rawNumber;

    @Enumerated(EnumType.STRING)
    private ProcurementKind kind;

    private UUID contractorId;

    @Enumerated(EnumType.STRING)
    private AgreementStatus status;

    private int latestSupplement;
    private Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    Agreement(CmasNumber number, UUID contractorId, AgreementStatus status, Instant recordedAt) {
        this.cmasNumber = number.canonical();
        this.rawNumber = number.raw();
        this.kind = number.kind();
        this.contractorId = contractorId;
        this.status = status;
        this.recordedAt = recordedAt;
    }

    /**
     * Counts on to a supplement.
     *
     * @throws Conflict (409) when the agreement is terminated, or the number is not above the latest one
     */
    void supplement(int number) {
        if (status == AgreementStatus.TERMINATED) {
            throw new Conflict(
                    "agreement-terminated", "Agreement " + cmasNumber + " is terminated and takes no supplement.");
        }
        if (number <= latestSupplement) {
            throw new Conflict(
                    "supplement-number-taken",
                    "Supplement numbers ascend; the latest of " + cmasNumber + " is " + latestSupplement + ".",
                    Map.of("latestSupplement", latestSupplement));
        }
        latestSupplement = number;
    }

    /**
     * Moves to another status.
     *
     * @param latest the terms as the latest supplement leaves them
     * @throws Conflict (409, status-change-impossible) from terminated, or to the status it has
     * @throws RefusedByRule (422) when it is to be active without a base contract (GEN-NOT-A-BID-PROGRAM)
     */
    void become(AgreementStatus next, Terms latest) {
        if (!status.canBecome(next)) {
            throw new Conflict(
                    "status-change-impossible",
                    "Agreement " + cmasNumber + " is " + status + " and cannot become " + next + ".",
                    Map.of("status", status));
        }
        TermsCheck.require(latest, next);
        status = next;
    }

    String cmasNumber() {
        return cmasNumber;
    }

    String rawNumber() {
        return rawNumber;
    }

    ProcurementKind kind() {
        return kind;
    }

    UUID contractorId() {
        return contractorId;
    }

    AgreementStatus status() {
        return status;
    }

    int latestSupplement() {
        return latestSupplement;
    }

    /** Counts the agreement's events, price list parts included; the entity tag. */
    long version() {
        return version;
    }
}
