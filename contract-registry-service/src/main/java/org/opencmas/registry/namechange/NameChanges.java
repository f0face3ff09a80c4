package org.opencmas.registry.namechange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;

/** The cases of name changes. */
@ApplicationScoped
class NameChanges implements PanacheRepositoryBase<NameChange, UUID> {

    /** The latest first. */
    List<NameChange> of(UUID contractorId) {
        return find("contractorId = ?1 order by requestedAt desc, id desc", contractorId)
                .list();
    }

    /** @throws NotFound (404) when the contractor has no such case */
    NameChange require(UUID contractorId, UUID caseId) {
        return find("contractorId = ?1 and id = ?2", contractorId, caseId)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("name change of contractor " + contractorId, caseId));
    }

    /** Locked until the transaction ends, so that a stale If-Match is seen as such. */
    NameChange requireForChange(UUID contractorId, UUID caseId) {
        return find("contractorId = ?1 and id = ?2", contractorId, caseId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("name change of contractor " + contractorId, caseId));
    }

    /**
     * Refuses a second open case. Nobody else opens one until the transaction ends.
     *
     * @throws Conflict (409, name-change-open) with the place of the open one
     */
    void requireNoneOpen(UUID contractorId) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('name change ' || :id, 0))")
                .setParameter("id", contractorId.toString())
                .getSingleResult();
        of(contractorId).stream()
                .filter(each -> each.state() == NameChange.State.REQUESTED || each.state() == NameChange.State.APPROVED)
                .findFirst()
                .ifPresent(open -> {
                    NameChangeState state = open.toldState();
                    throw new Conflict(
                            "name-change-open",
                            "A change to the name " + state.newLegalName() + " is " + state.state() + ".",
                            Map.of("location", "/v1/contractors/" + contractorId + "/name-changes/" + state.caseId()));
                });
    }
}
