package org.opencmas.order.requestforoffer.acts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.IfMatch;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.requestforoffer.RequestAct;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.order.requestforoffer.store.RequestsForOffer;
import org.opencmas.order.requestforoffer.store.RequestsForOffer.RequestActor;
import org.opencmas.problem.NotFound;

/**
 * Lets one act change one request of the agency: holds it, checks that it is the version the caller decided on, acts, stores and publishes,
 * all in one transaction.
 *
 * <p>Refuses a request of another agency (404), a missing or stale {@code If-Match} (428, 412), and whatever the act refuses.
 */
@ApplicationScoped
public class ChangeRequest {
    private static final String TOPIC = "cmas.requests-for-offer";

    private final RequestsForOffer requests;
    private final Database database;
    private final Journal journal;
    private final Clock clock;

    ChangeRequest(RequestsForOffer requests, Database database, Journal journal, Clock clock) {
        this.requests = requests;
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What the act said.
     *
     * @param told by name, for the event
     * @param document what is kept of it in the history
     */
    public record Said(Map<String, Object> told, Object document) {
        public static Said of(Map<String, Object> told) {
            return new Said(told, told);
        }

        public static Said of(String name, Object document) {
            return new Said(Map.of(name, document), document);
        }
    }

    /** What is done to the request. */
    public interface Changer {
        Said change(RequestForOffer request, RequestActor by, Connection connection) throws SQLException;
    }

    /** One's own request, and its version as the caller knows it. */
    public record Target(
            UUID requestId, UUID agencyId, @Nullable String ifMatch, boolean isConditional) {
        public static Target of(UUID requestId, UUID agencyId, @Nullable String ifMatch) {
            return new Target(requestId, agencyId, ifMatch, true);
        }

        /** For what only adds to the request, whatever was added meanwhile. */
        static Target whicheverVersion(UUID requestId, UUID agencyId) {
            return new Target(requestId, agencyId, null, false);
        }
    }

    @Transactional
    public RequestForOffer change(Target target, RequestAct act, Requester by, Changer changer) {
        return database.with(connection -> {
            RequestForOffer request = requests.findForUpdate(connection, target.requestId())
                    .filter(found -> found.head().agencyId().equals(target.agencyId()))
                    .orElseThrow(() -> new NotFound("request for offer", target.requestId()));
            if (target.isConditional()) {
                IfMatch.require(target.ifMatch(), request.version());
            }
            RequestActor actor = actor(by);
            Said said = changer.change(request, actor, connection);
            requests.update(connection, request);
            record(connection, request, act, act.eventType(), by, said);
            return request;
        });
    }

    /** Stores a request that was made just now; the caller is in a transaction. */
    void add(Connection connection, RequestForOffer request, Requester by) throws SQLException {
        requests.insert(connection, request);
        record(connection, request, RequestAct.REVISE, "request-for-offer.drafted.v1", by, Said.of(Map.of()));
    }

    public RequestActor actor(Requester by) {
        return new RequestActor(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by.name(),
                by.actor().requestId());
    }

    private void record(
            Connection connection, RequestForOffer request, RequestAct act, String type, Requester by, Said said)
            throws SQLException {
        requests.insertAct(connection, request, act, actor(by), OrderJson.write(said.document()));
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("requestId", request.head().requestId());
        payload.put("agencyId", request.head().agencyId());
        payload.put("reference", request.head().reference());
        payload.put("title", request.content().title());
        payload.put("state", request.state());
        payload.putAll(said.told());
        String id = request.head().requestId().toString();
        journal.append(by.actor(), new NewEvent(TOPIC, id, request.version(), type, OrderJson.write(payload)));
    }
}
