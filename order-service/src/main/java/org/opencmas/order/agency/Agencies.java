package org.opencmas.order.agency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Identifier;

/** The stored agencies. */
@ApplicationScoped
class Agencies implements PanacheRepositoryBase<Agency, UUID> {

    /** Where a page goes on: behind this agency. */
    record After(String name, UUID agencyId) {
        /** @throws InvalidRequest (400) for a cursor that this list never gave out */
        static After of(Cursor cursor) {
            String name = cursor.keys().get(0);
            try {
                return new After(name, UUID.fromString(cursor.keys().get(1)));
            } catch (IllegalArgumentException e) {
                throw new InvalidRequest(new Fault("cursor", "is not a cursor of this list"));
            }
        }
    }

    Optional<Agency> findForUpdate(UUID agencyId) {
        return findByIdOptional(agencyId, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Agency> findByKey(String key) {
        return find("nameKey", key).firstResultOptional();
    }

    /**
     * Agencies by name, then id.
     *
     * @param words what the name holds, in any case; null for all
     * @param after the last agency of the page before
     */
    List<Agency> search(@Nullable String words, @Nullable AgencyType type, Optional<After> after, int limit) {
        var query = new StringBuilder("true = true");
        var parameters = new Parameters();
        if (words != null) {
            query.append(" and lower(name) like :words escape '!'");
            parameters.and("words", "%" + escaped(Identifier.keyOf(words)) + "%");
        }
        if (type != null) {
            query.append(" and type = :type");
            parameters.and("type", type);
        }
        after.ifPresent(last -> {
            query.append(" and (lower(name) > :name or (lower(name) = :name and agencyId > :id))");
            parameters.and("name", last.name()).and("id", last.agencyId());
        });
        query.append(" order by lower(name), agencyId");
        return find(query.toString(), parameters).page(0, limit).list();
    }

    private static String escaped(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
