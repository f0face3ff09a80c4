package org.opencmas.registry.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.store.Supplement;
import org.opencmas.terms.CmasNumber;

/** What other features may know of an agreement, and how they count what they tell in its stream. */
@ApplicationScoped
public class AgreementFile {
    private final Agreements agreements;

    AgreementFile(Agreements agreements) {
        this.agreements = agreements;
    }

    /**
     * An agreement as others need it.
     *
     * @param supplements numbers of the recorded supplements, ascending, without the original
     */
    public record Known(String cmasNumber, List<Integer> supplements) {
        /** Whether that is the original (0) or a recorded supplement. */
        public boolean has(int supplement) {
            return supplement == 0 || supplements.contains(supplement);
        }
    }

    /** @throws org.opencmas.problem.NotFound (404) when there is none */
    public Known require(CmasNumber number) {
        return known(agreements.require(number));
    }

    /** The supplement in force on a day; the original before its first day. */
    public int supplementOn(CmasNumber number, LocalDate day) {
        return agreements
                .inForce(agreements.require(number), day, null)
                .map(Supplement::number)
                .orElse(0);
    }

    /**
     * Locks the agreement until the transaction ends.
     *
     * @throws org.opencmas.problem.NotFound (404) when there is none
     */
    public Known requireForChange(CmasNumber number) {
        return known(agreements.requireForChange(number));
    }

    /** Counts one more event of the agreement and gives its version. */
    public long countEvent(CmasNumber number) {
        Agreement agreement = agreements.requireForNews(number);
        agreements.flush();
        return agreement.version();
    }

    private Known known(Agreement agreement) {
        return new Known(
                agreement.cmasNumber(),
                agreements.supplements(agreement).stream()
                        .map(Supplement::number)
                        .filter(each -> each > 0)
                        .toList());
    }
}
