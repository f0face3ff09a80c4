package org.opencmas.registry.leveragedprocurement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Identifier;

/** The leveraged procurement agreements and their versions. */
@ApplicationScoped
class Lpas implements PanacheRepositoryBase<Lpa, UUID> {
    private static final String SEARCH = """
            select shown.*
            from leveraged_procurement_agreement a
            cross join lateral (
                select * from lpa_version v where v.lpa_id = a.id and v.effective_on <= :day
                order by v.effective_on desc, v.version desc limit 1) shown
            where (cast(:text as text) is null or plain_text(shown.words) like '%' || replace(replace(replace(
                       plain_text(:text), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
              and (cast(:type as text) is null or shown.terms ->> 'type' = :type)
              and (cast(:kind as text) is null or shown.terms ->> 'kind' = :kind)
              and (cast(:mandatoryFor as text) is null
                   or cast(shown.terms ->> 'termStart' as date) <= :day and :day <= cast(shown.terms ->> 'termEnd' as date)
                   and exists (select from jsonb_array_elements(shown.terms -> 'mandatoryFor') period
                        where period ->> 'buyers' = :mandatoryFor and cast(period ->> 'from' as date) <= :day
                          and (period ->> 'through' is null or :day <= cast(period ->> 'through' as date))))
              and (cast(:after as text) is null or a.number_key > :after)
            order by a.number_key
            limit :fetched
            """;

    /**
     * What is looked for.
     *
     * @param text a part of a number, title, scope, contractor's name or covered item; null for all
     * @param mandatoryFor only those that these buyers have to use on the day
     */
    record Criteria(
            LocalDate day,
            @Nullable String text,
            @Nullable LpaType type,
            org.opencmas.terms.@Nullable ProcurementKind kind,
            @Nullable LpaBuyer mandatoryFor) {}

    /** @throws NotFound (404) when there is none */
    Lpa require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("leveraged procurement agreement", id));
    }

    /** Locked until the transaction ends, so that a stale If-Match is seen as such, and counted on to its next version. */
    Lpa requireForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("leveraged procurement agreement", id));
    }

    void countVersion(Lpa agreement) {
        getEntityManager().lock(agreement, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        flush();
    }

    /**
     * Refuses a number that an agreement has. Nobody else takes it until the transaction ends.
     *
     * @throws Conflict (409, lpa-exists) with the place of that agreement
     */
    void requireFree(Identifier number) {
        String key = Identifier.keyOf(number.text());
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('lpa ' || :key, 0))")
                .setParameter("key", key)
                .getSingleResult();
        find("numberKey", key).firstResultOptional().ifPresent(first -> {
            throw new Conflict(
                    "lpa-exists",
                    "The agreement " + first.number() + " is registered already.",
                    Map.of("location", "/v1/leveraged-procurement-agreements/" + first.id()));
        });
    }

    void add(LpaVersion version) {
        getEntityManager().persist(version);
        flush();
    }

    /** The version of a day; empty before its first. */
    Optional<LpaVersion> inForce(UUID id, LocalDate day) {
        return getEntityManager()
                .createQuery(
                        "from LpaVersion v where v.key.lpaId = :id and v.effectiveOn <= :day"
                                + " order by v.effectiveOn desc, v.key.version desc",
                        LpaVersion.class)
                .setParameter("id", id)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    LpaVersion latest(Lpa agreement) {
        return getEntityManager().find(LpaVersion.class, new LpaVersion.Key(agreement.id(), agreement.version()));
    }

    /** By number, each as it is on the day. */
    @SuppressWarnings("unchecked")
    List<LpaVersion> search(Criteria criteria, Optional<Cursor> after, int fetched) {
        return getEntityManager()
                .createNativeQuery(SEARCH, LpaVersion.class)
                .setParameter("day", criteria.day())
                .setParameter("text", criteria.text())
                .setParameter("type", name(criteria.type()))
                .setParameter("kind", name(criteria.kind()))
                .setParameter("mandatoryFor", name(criteria.mandatoryFor()))
                .setParameter(
                        "after", after.map(cursor -> cursor.keys().getFirst()).orElse(null))
                .setParameter("fetched", fetched)
                .getResultList();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
