package org.opencmas.registry.agreement.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.IfMatch;
import org.opencmas.registry.agreement.NewSupplement;
import org.opencmas.registry.agreement.PreviewSupplement;
import org.opencmas.registry.agreement.RegisterAgreement;
import org.opencmas.registry.agreement.SupplementAgreement;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.terms.CmasNumber;

/**
 * Activates or withdraws a draft. An activation by the person who drafted it, of a draft that is decided, and of a supplement that does not
 * know a later one is refused (409); else it refuses all that registering and supplementing refuse, an agreement without base contract
 * among it (422), and the draft stays a draft.
 */
@ApplicationScoped
class DecideDraft {
    private final AgreementDrafts drafts;
    private final Agreements agreements;
    private final RegisterAgreement register;
    private final SupplementAgreement supplement;
    private final PreviewSupplement preview;
    private final Caller caller;
    private final Clock clock;

    DecideDraft(
            AgreementDrafts drafts,
            Agreements agreements,
            RegisterAgreement register,
            SupplementAgreement supplement,
            PreviewSupplement preview,
            Caller caller,
            Clock clock) {
        this.drafts = drafts;
        this.agreements = agreements;
        this.register = register;
        this.supplement = supplement;
        this.preview = preview;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AgreementDraft activate(UUID id, @Nullable String ifMatch) {
        AgreementDraft draft = drafts.requireForChange(id);
        IfMatch.require(ifMatch, draft.version());
        draft.requireActivationBy(caller.subject());
        draft.newAgreement().ifPresent(register::register);
        int became = draft.newSupplement().map(body -> supplement(draft, body)).orElse(0);
        draft.activated(became, now(), caller.subject());
        drafts.flush();
        return draft;
    }

    private int supplement(AgreementDraft draft, NewSupplement body) {
        Agreement agreement = agreements.requireForChange(draft.number());
        draft.requireBasedOn(agreement.latestSupplement());
        supplement.add(agreement, body.heading(), body::terms);
        return agreement.latestSupplement();
    }

    @Transactional
    AgreementDraft withdraw(UUID id, @Nullable String ifMatch, String reason) {
        AgreementDraft draft = drafts.requireForChange(id);
        IfMatch.require(ifMatch, draft.version());
        draft.withdraw(reason, now(), caller.subject());
        drafts.flush();
        return draft;
    }

    /** What its activation would make now, or refuse. */
    PreviewSupplement.Preview preview(UUID id) {
        AgreementDraft draft = drafts.read(id);
        draft.requireOpen();
        CmasNumber number = draft.number();
        return draft.newAgreement()
                .map(preview::of)
                .orElseGet(() -> preview.of(number, draft.newSupplement().orElseThrow()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
