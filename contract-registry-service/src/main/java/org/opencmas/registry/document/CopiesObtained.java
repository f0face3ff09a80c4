package org.opencmas.registry.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Copies that agencies got; the database shows an agency its own. */
@ApplicationScoped
class CopiesObtained implements PanacheRepositoryBase<CopyObtained, UUID> {
    private static final int LATEST = 200;

    /** The latest first, 200 at most. */
    List<CopyObtained> of(String cmasNumber) {
        return find("cmasNumber = ?1 order by obtainedAt desc, id desc", cmasNumber)
                .page(0, LATEST)
                .list();
    }
}
