package org.opencmas.order.requestforoffer.acts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.agency.RegisteredAgencies;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.requestforoffer.ContractorAsked;
import org.opencmas.order.requestforoffer.RequestAct;
import org.opencmas.order.requestforoffer.RequestContent;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.order.requestforoffer.RequestForOffer.Head;
import org.opencmas.order.requestforoffer.store.RequestsForOffer;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;

/**
 * Writes a request for offer, sends it, closes it, gives it up.
 *
 * <p>Refuses a reference that another request of the agency has (409), a second asking of the same contractor (409), more contractors than one
 * request asks (409), and what the request refuses.
 */
@ApplicationScoped
class WriteRequest {
    /** Most characters of a reason. */
    private static final int LONGEST_REASON = 1_000;

    /** SQLSTATE of a unique violation. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final ChangeRequest changes;
    private final RequestsForOffer requests;
    private final RegisteredAgencies agencies;
    private final Database database;
    private final Clock clock;

    WriteRequest(
            ChangeRequest changes,
            RequestsForOffer requests,
            RegisteredAgencies agencies,
            Database database,
            Clock clock) {
        this.changes = changes;
        this.requests = requests;
        this.agencies = agencies;
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    RequestForOffer draft(NewRequestForOffer body, UUID agencyId, Requester by) {
        var fields = new FieldReader();
        String reference = body.reference(fields);
        RequestContent content = body.content(fields);
        fields.requireNoFaults();
        agencies.require(agencyId);
        RequestForOffer request = RequestForOffer.draft(new Head(TimeOrderedId.next(), agencyId, reference), content);
        return database.with(connection -> {
            requests.findByReference(connection, agencyId, reference).ifPresent(taken -> {
                throw taken(reference, Map.of("location", "/v1/requests-for-offer/" + taken));
            });
            try {
                changes.add(connection, request, by);
            } catch (SQLException e) {
                if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw taken(reference, Map.of());
                }
                throw e;
            }
            return request;
        });
    }

    private static Conflict taken(String reference, Map<String, Object> members) {
        return new Conflict(
                "reference-taken", "Your agency has a request for offer \"" + reference + "\" already.", members);
    }

    RequestForOffer revise(ChangeRequest.Target target, NewRequestForOffer body, Requester by) {
        var fields = new FieldReader();
        String reference = body.reference(fields);
        RequestContent content = body.content(fields);
        fields.requireNoFaults();
        return changes.change(target, RequestAct.REVISE, by, (request, actor, connection) -> {
            if (!Identifier.keyOf(reference)
                    .equals(Identifier.keyOf(request.head().reference()))) {
                throw new InvalidRequest(new Fault(
                        "/reference",
                        "is another than " + request.head().reference() + ", which names this request",
                        "Keep it, or draft another request."));
            }
            request.revise(content);
            return ChangeRequest.Said.of(Map.of());
        });
    }

    RequestForOffer send(ChangeRequest.Target target, NewSending body, Requester by) {
        var fields = new FieldReader();
        List<ContractorAsked> contractors = body.read(fields, by.name(), ProgramCalendar.dateOf(clock.instant()));
        String noneCertified = body.noneCertified(fields);
        fields.requireNoFaults();
        return changes.change(target, RequestAct.SEND, by, (request, actor, connection) -> {
            if (request.solicited().asked().size() + contractors.size() > NewSending.MAX_CONTRACTORS) {
                throw new Conflict(
                        "too-many-contractors",
                        "One request asks " + NewSending.MAX_CONTRACTORS + " contractors at most.");
            }
            request.send(contractors, noneCertified, agencies.rules(target.agencyId()));
            requests.insertAsked(connection, request, contractors);
            Map<String, Object> told = new HashMap<>();
            told.put("contractorsAsked", contractors);
            if (noneCertified != null) {
                told.put("noneCertifiedReason", noneCertified);
            }
            return ChangeRequest.Said.of(told);
        });
    }

    RequestForOffer close(ChangeRequest.Target target, @Nullable String earlyReason, Requester by) {
        var fields = new FieldReader();
        String reason = earlyReason(fields, earlyReason);
        fields.requireNoFaults();
        return changes.change(target, RequestAct.CLOSE, by, (request, actor, connection) -> {
            request.close(actor.at(), reason);
            return ChangeRequest.Said.of(reason == null ? Map.of() : Map.of("earlyReason", reason));
        });
    }

    /** Why offers are not waited for until they are due; null when it is absent or at fault. */
    static @Nullable String earlyReason(FieldReader fields, @Nullable String raw) {
        return fields.optionalText("earlyReason", raw, LONGEST_REASON);
    }

    RequestForOffer cancel(ChangeRequest.Target target, NewCancellation body, Requester by) {
        var fields = new FieldReader();
        String reason = body.reason(fields);
        fields.requireNoFaults();
        return changes.change(target, RequestAct.CANCEL, by, (request, actor, connection) -> {
            request.cancel();
            return ChangeRequest.Said.of(Map.of("reason", reason));
        });
    }
}
