package org.opencmas.compliance.parameter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Figures implements PanacheRepositoryBase<Figure, UUID> {
    /** All values ever proposed: by name, the latest first day first. */
    List<Figure> history() {
        return list("order by name, validFrom desc, proposedAt desc, parameterId");
    }

    Optional<Figure> findForUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
