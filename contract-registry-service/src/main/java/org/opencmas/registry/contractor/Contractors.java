package org.opencmas.registry.contractor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;

/** The contractors of the registry. */
@ApplicationScoped
public class Contractors implements PanacheRepositoryBase<Contractor, UUID> {
    private static final String NAMED = """
            select * from contractor
            where (cast(:name as text) is null or replace(search_text, ' ', '') like '%' || replace(replace(replace(replace(
                       plain_text(:name), ' ', ''), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
              and (cast(:afterName as text) is null or (legal_name, cast(id as text)) > (:afterName, :afterId))
            order by legal_name, cast(id as text)
            limit :fetched
            """;

    /** @throws NotFound (404) when there is none */
    public Contractor require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("contractor", id));
    }

    /**
     * The contractor, locked until the transaction ends, so that a stale If-Match is seen as such. It is locked before it is
     * read: a read that locks and waits has the new row with the certificates as they were before the wait.
     */
    Contractor requireForChange(UUID id) {
        getEntityManager()
                .createNativeQuery("select 1 from contractor where id = :id for update")
                .setParameter("id", id)
                .getResultList();
        return require(id);
    }

    /**
     * Refuses a legal name that a contractor has already. Nobody else takes the name until the transaction ends.
     *
     * @throws Conflict (409, contractor-exists) with the place of that contractor
     */
    void requireFree(Contractor.Profile profile) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .setParameter("key", profile.nameKey())
                .getSingleResult();
        find("nameKey", profile.nameKey()).firstResultOptional().ifPresent(first -> {
            throw new Conflict(
                    "contractor-exists",
                    "The contractor " + first.legalName() + " is registered already.",
                    Map.of("location", "/v1/contractors/" + first.id()));
        });
    }

    /** By legal name, those whose present or former names contain the given text; case, accents and blanks do not count. */
    @SuppressWarnings("unchecked")
    List<Contractor> named(@Nullable String name, Optional<Cursor> after, int fetched) {
        return getEntityManager()
                .createNativeQuery(NAMED, Contractor.class)
                .setParameter("name", name)
                .setParameter(
                        "afterName", after.map(cursor -> cursor.keys().get(0)).orElse(null))
                .setParameter(
                        "afterId", after.map(cursor -> cursor.keys().get(1)).orElse(null))
                .setParameter("fetched", fetched)
                .getResultList();
    }
}
