package org.opencmas.registry.agreement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.terms.CmasNumber;

/**
 * Sends an event once more for each agreement whose status changed before events carried a status timeline: consumers never learned
 * from which day the change counts. This happens at the first start after the upgrade; a failure is tried again at the next start.
 */
@ApplicationScoped
class TellStatusTimelines {
    private static final Logger LOG = Logger.getLogger(TellStatusTimelines.class);

    private final Agreements agreements;
    private final RegistryEvents events;
    private final Clock clock;

    TellStatusTimelines(Agreements agreements, RegistryEvents events, Clock clock) {
        this.agreements = agreements;
        this.events = events;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        try {
            int told = tellAll();
            if (told > 0) {
                LOG.infof("Told the status timelines of %d agreements.", told);
            }
        } catch (RuntimeException failure) {
            LOG.error("Not every status timeline could be told; the next start tries again.", failure);
        }
    }

    /** Each in a transaction of its own. */
    int tellAll() {
        int told = 0;
        while (QuarkusTransaction.requiringNew().call(this::tellNext)) {
            told++;
        }
        return told;
    }

    private boolean tellNext() {
        Optional<CmasNumber> number = agreements.takeTimelineToTell();
        number.ifPresent(this::tell);
        return number.isPresent();
    }

    private void tell(CmasNumber number) {
        Agreement agreement = agreements.requireForNews(number);
        agreements.flush();
        Entry entry = Entry.of(
                agreement, agreements.latest(agreement), agreements.timeline(agreement, null), LocalDate.now(clock));
        events.recordUnasked(agreement.cmasNumber(), entry.version(), "agreement.status-changed.v1", entry.state());
    }
}
