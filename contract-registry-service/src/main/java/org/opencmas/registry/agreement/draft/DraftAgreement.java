package org.opencmas.registry.agreement.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.IfMatch;
import org.opencmas.registry.agreement.NewAgreement;
import org.opencmas.registry.agreement.NewSupplement;
import org.opencmas.registry.agreement.RegisterAgreement;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.terms.AgreementStatus;
import org.opencmas.registry.agreement.terms.TermsCheck;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.registry.contractor.Contractors;
import org.opencmas.terms.CmasNumber;

/**
 * Puts down an agreement or a supplement that is not in force yet. A base contract may still be missing then; every other broken rule is
 * refused at once (422), and so are a number that is registered already (409), an agreement or a contractor that is not (404), a second
 * open draft of one number (409), and a supplement that was written on another version of the agreement than the current one (412; 428 without If-Match).
 */
@ApplicationScoped
class DraftAgreement {
    private final AgreementDrafts drafts;
    private final Agreements agreements;
    private final Contractors contractors;
    private final RegisterAgreement register;
    private final Caller caller;
    private final Clock clock;

    DraftAgreement(
            AgreementDrafts drafts,
            Agreements agreements,
            Contractors contractors,
            RegisterAgreement register,
            Caller caller,
            Clock clock) {
        this.drafts = drafts;
        this.agreements = agreements;
        this.contractors = contractors;
        this.register = register;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AgreementDraft draft(NewAgreement body) {
        CmasNumber number = NotACmasNumber.parse("/cmasNumber", body.cmasNumber());
        String legalName = contractors.require(body.contractorId()).legalName();
        register.requireNew(number);
        TermsCheck.require(body.terms(legalName), AgreementStatus.SUSPENDED);
        drafts.requireNoneOpen(number);
        return stored(AgreementDraft.of(number, body, now(), caller.subject()));
    }

    @Transactional
    AgreementDraft draft(CmasNumber number, @Nullable String ifMatch, NewSupplement body) {
        // Locked, so that nothing comes between what the writer saw and what is put down on it.
        Agreement agreement = agreements.requireForChange(number);
        IfMatch.require(ifMatch, agreement.version());
        String legalName = contractors.require(agreement.contractorId()).legalName();
        TermsCheck.require(body.terms(legalName), AgreementStatus.SUSPENDED);
        drafts.requireNoneOpen(number);
        return stored(AgreementDraft.of(number, body, agreement.latestSupplement(), now(), caller.subject()));
    }

    private AgreementDraft stored(AgreementDraft draft) {
        drafts.persistAndFlush(draft);
        return draft;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
