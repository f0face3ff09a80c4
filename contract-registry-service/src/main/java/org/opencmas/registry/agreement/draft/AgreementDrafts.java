package org.opencmas.registry.agreement.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.CmasNumber;

/** The drafts of agreements and supplements, decided ones too. */
@ApplicationScoped
class AgreementDrafts implements PanacheRepositoryBase<AgreementDraft, UUID> {

    /** @throws NotFound (404) when there is none, or none that the caller may see */
    AgreementDraft require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("agreement draft", id));
    }

    /** The same, in a transaction of its own. */
    @Transactional
    AgreementDraft read(UUID id) {
        return require(id);
    }

    /** Locked until the transaction ends, so that it is decided once. */
    AgreementDraft requireForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("agreement draft", id));
    }

    /**
     * Refuses a second open draft of one number. Nobody else drafts for it until the transaction ends.
     *
     * @throws Conflict (409, draft-open) with the place of the open one
     */
    void requireNoneOpen(CmasNumber number) {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('agreement draft ' || :number, 0))")
                .setParameter("number", number.canonical())
                .getSingleResult();
        find("cmasNumber = ?1 and state = ?2", number.canonical(), DraftState.DRAFT)
                .firstResultOptional()
                .ifPresent(open -> {
                    throw new Conflict(
                            "draft-open",
                            "A draft for " + number + " is open already. Have it activated, or withdraw it first.",
                            Map.of("location", AgreementDraftResource.place(open.id())));
                });
    }

    /** The latest first. */
    List<AgreementDraft> listed(
            @Nullable CmasNumber number, @Nullable DraftState state, Optional<Cursor> after, int fetched) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Parameters values = new Parameters();
        if (number != null) {
            conditions.add("cmasNumber = :number");
            values.and("number", number.canonical());
        }
        if (state != null) {
            conditions.add("state = :state");
            values.and("state", state);
        }
        after.ifPresent(cursor -> {
            conditions.add("id < :after");
            values.and("after", cursor.id(0));
        });
        return find(String.join(" and ", conditions) + " order by id desc", values)
                .range(0, fetched - 1)
                .list();
    }
}
