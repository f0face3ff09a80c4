package org.opencmas.registry.agreement.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.opencmas.problem.Conflict;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProcurementKind;

/** One CMAS: what never changes about it, and how far its supplements and the changes of its status go. */
@Entity
public class Agreement {
    @Id
    private String cmasNumber;

    @Version
    private long version = 1;

    private String rawNumber;

    @Enumerated(EnumType.STRING)
    private ProcurementKind kind;

    private UUID contractorId;

    private int latestSupplement;
    private int latestStatusChange;
    private Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    public Agreement(CmasNumber number, UUID contractorId, Instant recordedAt) {
        this.cmasNumber = number.canonical();
        this.rawNumber = number.raw();
        this.kind = number.kind();
        this.contractorId = contractorId;
        this.recordedAt = recordedAt;
    }

    /**
     * Counts on to a supplement.
     *
     * @throws Conflict (409) when the number is not above the latest one
     */
    public void supplement(int number) {
        if (number <= latestSupplement) {
            throw new Conflict(
                    "supplement-number-taken",
                    "Supplement numbers ascend; the latest of " + cmasNumber + " is " + latestSupplement + ".",
                    Map.of("latestSupplement", latestSupplement));
        }
        latestSupplement = number;
    }

    /** Counts on to a change of status and gives its number. */
    public int changeStatus() {
        return ++latestStatusChange;
    }

    public String cmasNumber() {
        return cmasNumber;
    }

    String rawNumber() {
        return rawNumber;
    }

    ProcurementKind kind() {
        return kind;
    }

    public UUID contractorId() {
        return contractorId;
    }

    public int latestSupplement() {
        return latestSupplement;
    }

    /** Counts the agreement's events, price list parts included; the entity tag. */
    public long version() {
        return version;
    }
}
