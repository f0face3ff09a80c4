package org.opencmas.registry.agreement.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.registry.agreement.NewAgreement;
import org.opencmas.registry.agreement.NewSupplement;
import org.opencmas.terms.CmasNumber;

/**
 * One draft, of an agreement or of a supplement. What it says never changes: it is DRAFT, then ACTIVATED by another person than drafted
 * it, or WITHDRAWN by anybody who may draft.
 */
@Entity
class AgreementDraft {
    @Id
    @Column(updatable = false)
    private UUID id;

    @Version
    private long version = 1;

    @Column(updatable = false)
    private String cmasNumber;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private @Nullable NewAgreement newAgreement;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private @Nullable NewSupplement newSupplement;

    @Column(updatable = false)
    private @Nullable Integer basedOn;

    @Column(updatable = false)
    private Instant draftedAt;

    @Column(updatable = false)
    private String draftedBy;

    @Enumerated(EnumType.STRING)
    private DraftState state = DraftState.DRAFT;

    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private @Nullable String reason;
    private @Nullable Integer supplementNumber;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AgreementDraft() {}

    private AgreementDraft(CmasNumber number, Instant at, String by) {
        this.id = TimeOrderedId.next();
        this.cmasNumber = number.canonical();
        this.draftedAt = at;
        this.draftedBy = by;
    }

    static AgreementDraft of(CmasNumber number, NewAgreement body, Instant at, String by) {
        var draft = new AgreementDraft(number, at, by);
        draft.newAgreement = body;
        return draft;
    }

    /** @param basedOn the agreement's latest supplement now */
    static AgreementDraft of(CmasNumber number, NewSupplement body, int basedOn, Instant at, String by) {
        var draft = new AgreementDraft(number, at, by);
        draft.newSupplement = body;
        draft.basedOn = basedOn;
        return draft;
    }

    /**
     * Refuses an activation that could not be, before anything is put in force.
     *
     * @throws Conflict (409, draft-decided) when it is no draft any more; (409, second-person-needed) by the person who drafted it
     */
    void requireActivationBy(String person) {
        requireOpen();
        if (person.equals(draftedBy)) {
            throw new Conflict("second-person-needed", "A draft is activated by another person than drafted it.");
        }
    }

    /** @param became the number of the supplement that it became; 0 for an agreement */
    void activated(int became, Instant at, String by) {
        state = DraftState.ACTIVATED;
        supplementNumber = became;
        decidedAt = at;
        decidedBy = by;
    }

    /** @throws Conflict (409, draft-decided) when it is no draft any more */
    void withdraw(String why, Instant at, String by) {
        requireOpen();
        state = DraftState.WITHDRAWN;
        reason = why;
        decidedAt = at;
        decidedBy = by;
    }

    /** @throws Conflict (409, draft-decided) when it is no draft any more */
    void requireOpen() {
        if (state != DraftState.DRAFT) {
            throw new Conflict("draft-decided", "The draft is " + state + " already.", Map.of("state", state));
        }
    }

    /** @throws Conflict (409, draft-outdated) when the agreement has got another supplement since this one was drafted */
    void requireBasedOn(int latestSupplement) {
        if (basedOn != null && basedOn != latestSupplement) {
            throw new Conflict(
                    "draft-outdated",
                    "It was drafted when supplement " + basedOn + " was the latest of " + cmasNumber + "; now it is "
                            + latestSupplement + ", whose terms the draft does not know. Withdraw it and draft anew.",
                    Map.of("basedOn", basedOn, "latestSupplement", latestSupplement));
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    CmasNumber number() {
        return CmasNumber.parse(cmasNumber);
    }

    Optional<NewAgreement> newAgreement() {
        return Optional.ofNullable(newAgreement);
    }

    Optional<NewSupplement> newSupplement() {
        return Optional.ofNullable(newSupplement);
    }

    AgreementDraftView view() {
        return new AgreementDraftView(
                id,
                cmasNumber,
                state,
                newAgreement,
                newSupplement,
                basedOn,
                draftedAt,
                draftedBy,
                decidedAt,
                decidedBy,
                reason,
                supplementNumber,
                state == DraftState.ACTIVATED ? "/v1/agreements/" + cmasNumber : null);
    }
}
