package org.opencmas.registry.agreement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.store.RecordedAgreement;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.CmasNumber;

/**
 * Sends an event once more for each agreement whose status changed before events carried a status timeline: consumers never learned
 * from which day the change counts. This happens at the first start after the upgrade; a failure is tried again at the next start.
 */
@ApplicationScoped
class ResendStatusTimelines {
    private static final Logger LOG = Logger.getLogger(ResendStatusTimelines.class);

    private final Agreements agreements;
    private final RegistryEvents events;
    private final Clock clock;

    ResendStatusTimelines(Agreements agreements, RegistryEvents events, Clock clock) {
        this.agreements = agreements;
        this.events = events;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        try {
            int sent = resendAll();
            if (sent > 0) {
                LOG.infof("Sent the status timelines of %d agreements again.", sent);
            }
        } catch (RuntimeException failure) {
            LOG.error("Not every status timeline could be sent again; the next start tries again.", failure);
        }
    }

    /** Each in a transaction of its own. */
    int resendAll() {
        int sent = 0;
        while (Tenant.seeingAll(() -> QuarkusTransaction.requiringNew().call(this::resendNext))) {
            sent++;
        }
        return sent;
    }

    private boolean resendNext() {
        Optional<CmasNumber> number = agreements.takeTimelineToTell();
        number.ifPresent(this::resend);
        return number.isPresent();
    }

    private void resend(CmasNumber number) {
        Agreement agreement = agreements.requireForNews(number);
        agreements.flush();
        RecordedAgreement entry = RecordedAgreement.of(
                agreement, agreements.latest(agreement), agreements.timeline(agreement, null), LocalDate.now(clock));
        events.recordUnasked(agreement.cmasNumber(), entry.version(), "agreement.status-changed.v1", entry.state());
    }
}
