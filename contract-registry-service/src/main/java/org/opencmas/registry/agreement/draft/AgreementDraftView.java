package org.opencmas.registry.agreement.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.agreement.NewAgreement;
import org.opencmas.registry.agreement.NewSupplement;

/**
 * A draft as an answer.
 *
 * @param newAgreement what it says; null for a draft of a supplement
 * @param newSupplement what it says; null for a draft of an agreement
 * @param basedOn the latest supplement when the supplement was drafted
 * @param decidedBy who activated or withdrew it
 * @param reason why it was withdrawn
 * @param supplementNumber what it became; 0 is the original
 * @param agreement where the agreement is, once the draft is activated
 */
record AgreementDraftView(
        UUID draftId,
        String cmasNumber,
        DraftState state,
        @Nullable NewAgreement newAgreement,
        @Nullable NewSupplement newSupplement,
        @Nullable Integer basedOn,
        Instant draftedAt,
        String draftedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable Integer supplementNumber,
        @Nullable String agreement) {}
