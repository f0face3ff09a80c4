package org.opencmas.registry.agreement.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.CmasNumber;

/** The agreements of the registry and their supplements. */
@ApplicationScoped
public class Agreements implements PanacheRepositoryBase<Agreement, String> {
    static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");
    /** The database holds one at most. */
    private static final String IN_FORCE = """
            select supplement_number from agreement_terms_in_force
            where cmas_number = :number and days @> cast(:asOf as date) and known @> cast(:knownAt as timestamptz)
            """;

    /** @throws NotFound (404) when there is none */
    public Agreement require(CmasNumber number) {
        return findByIdOptional(number.canonical()).orElseThrow(() -> new NotFound("agreement", number));
    }

    /** The agreement, locked until the transaction ends, so that a stale If-Match is seen as such. */
    public Agreement requireForChange(CmasNumber number) {
        return findByIdOptional(number.canonical(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("agreement", number));
    }

    /** Locks the agreement and counts an event that changes nothing of it. */
    public Agreement requireForNews(CmasNumber number) {
        Agreement agreement = requireForChange(number);
        getEntityManager().lock(agreement, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return agreement;
    }

    /** A contractor's agreements, by number. */
    public List<Agreement> ofContractor(UUID contractorId) {
        return find("contractorId = ?1 order by cmasNumber", contractorId).list();
    }

    public void add(Supplement supplement) {
        getEntityManager().persist(supplement);
    }

    public void add(StatusChange change) {
        getEntityManager().persist(change);
    }

    public Supplement latest(Agreement agreement) {
        return getEntityManager()
                .find(Supplement.class, new Supplement.Key(agreement.cmasNumber(), agreement.latestSupplement()));
    }

    public Supplement original(Agreement agreement) {
        return getEntityManager().find(Supplement.class, new Supplement.Key(agreement.cmasNumber(), 0));
    }

    /**
     * The terms in force on a day: those that took effect last on or before it, the higher supplement number deciding
     * between two of the same day; empty before the original's first day.
     *
     * @param knownAt only what the registry had learned by then; null for all it knows
     */
    public Optional<Supplement> inForce(Agreement agreement, LocalDate asOf, @Nullable Instant knownAt) {
        List<?> number = getEntityManager()
                .createNativeQuery(IN_FORCE)
                .setParameter("number", agreement.cmasNumber())
                .setParameter("asOf", asOf)
                .setParameter("knownAt", knownAt == null ? FAR_FUTURE : knownAt)
                .getResultList();
        return number.stream()
                .findFirst()
                .map(each -> getEntityManager()
                        .find(Supplement.class, new Supplement.Key(agreement.cmasNumber(), (Integer) each)));
    }

    /**
     * All terms in force on some day of a span that begins on the agreement's first day or later.
     *
     * @param end the day after the last, null for without end
     */
    public List<Supplement> inForceWithin(Agreement agreement, LocalDate first, @Nullable LocalDate end) {
        NavigableMap<LocalDate, Supplement> byDay = new TreeMap<>();
        supplements(agreement).forEach(supplement -> byDay.put(supplement.effectiveOn(), supplement));
        LocalDate start = byDay.floorKey(first);
        return List.copyOf((end == null ? byDay : byDay.headMap(end, false))
                .tailMap(start == null ? first : start, true)
                .values());
    }

    /**
     * Takes an agreement off the list of those whose status changes were sent without their days; empty when none is left that
     * no other instance has taken.
     */
    public Optional<CmasNumber> takeTimelineToTell() {
        List<?> taken = getEntityManager()
                .createNativeQuery("delete from status_timeline_to_tell where cmas_number = (select cmas_number from"
                        + " status_timeline_to_tell order by cmas_number limit 1 for update skip locked)"
                        + " returning cmas_number")
                .getResultList();
        return taken.stream().findFirst().map(number -> CmasNumber.parse((String) number));
    }

    /** Original and supplements, ascending. */
    public List<Supplement> supplements(Agreement agreement) {
        return getEntityManager()
                .createQuery(
                        "from Supplement s where s.key.cmasNumber = :number order by s.key.supplementNumber",
                        Supplement.class)
                .setParameter("number", agreement.cmasNumber())
                .getResultList();
    }

    /**
     * The status day by day.
     *
     * @param knownAt only what the registry had learned by then, not before the registration; null for all it knows
     */
    public StatusTimeline timeline(Agreement agreement, @Nullable Instant knownAt) {
        return StatusTimeline.of(statusChanges(agreement).stream()
                .filter(change -> knownAt == null || !change.recordedAt().isAfter(knownAt))
                .map(StatusChange::change)
                .toList());
    }

    /** In the order in which they were recorded, the status of the registration first. */
    public List<StatusChange> statusChanges(Agreement agreement) {
        return getEntityManager()
                .createQuery(
                        "from StatusChange c where c.key.cmasNumber = :number order by c.changeNumber",
                        StatusChange.class)
                .setParameter("number", agreement.cmasNumber())
                .getResultList();
    }
}
