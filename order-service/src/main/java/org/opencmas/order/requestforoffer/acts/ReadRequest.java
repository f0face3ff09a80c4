package org.opencmas.order.requestforoffer.acts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.RegisteredAgencies;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.requestforoffer.Complaint;
import org.opencmas.order.requestforoffer.Offer;
import org.opencmas.order.requestforoffer.RequestAdvice;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.order.requestforoffer.RequestState;
import org.opencmas.order.requestforoffer.store.Complaints;
import org.opencmas.order.requestforoffer.store.RequestsForOffer;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.ProgramCalendar;

/** Reads requests for the callers that may see them; for any other there is no such request (404). */
@ApplicationScoped
public class ReadRequest {
    private final RequestsForOffer requests;
    private final Complaints complaints;
    private final RegisteredAgencies agencies;
    private final AskedInRegistry asked;
    private final Database database;
    private final Clock clock;

    ReadRequest(
            RequestsForOffer requests,
            Complaints complaints,
            RegisteredAgencies agencies,
            AskedInRegistry asked,
            Database database,
            Clock clock) {
        this.requests = requests;
        this.complaints = complaints;
        this.agencies = agencies;
        this.asked = asked;
        this.database = database;
        this.clock = clock;
    }

    /** @param etag the request's version, for {@code If-Match} */
    public record Shown(RequestView view, long etag) {}

    Shown read(UUID requestId, Visibility visibility) {
        return shown(database.with(connection -> seen(connection, requestId, visibility)), visibility);
    }

    /** The request as that caller sees it. */
    public Shown shown(RequestForOffer request, Visibility visibility) {
        UUID contractorId = visibility.contractorId();
        RequestView view = contractorId != null
                ? RequestView.forContractor(request, contractorId)
                : RequestView.forAgency(request, visibility.agencyId() == null ? null : advice(request));
        return new Shown(view, request.version());
    }

    private List<RequestAdvice> advice(RequestForOffer request) {
        OwnRules rules = agencies.rules(request.head().agencyId());
        List<RequestAdvice> advice =
                new ArrayList<>(RequestAdvice.of(request, rules, ProgramCalendar.dateOf(clock.instant())));
        if (request.state() != RequestState.CANCELLED) {
            advice.addAll(asked.advice(request, rules.isState() ? "SOL-MIN3-STATE" : "SOL-MIN-LOCAL"));
        }
        return advice;
    }

    Offer offer(UUID requestId, UUID offerId, Visibility visibility) {
        return database.with(connection -> {
            seen(connection, requestId, visibility);
            return requests.offer(connection, requestId, offerId)
                    .filter(offer -> visibility.contractorId() == null
                            || offer.contractorId().equals(visibility.contractorId()))
                    .orElseThrow(() -> new NotFound("offer", offerId));
        });
    }

    public List<Complaint> complaints(UUID requestId, Visibility visibility) {
        return database.with(connection -> {
            seen(connection, requestId, visibility);
            return complaints.of(connection, requestId);
        });
    }

    List<RequestsForOffer.RequestSummary> list(
            Visibility visibility, @Nullable RequestState state, @Nullable UUID before, int limit) {
        return database.with(connection -> requests.list(connection, visibility, state, before, limit));
    }

    public RequestForOffer seen(Connection connection, UUID requestId, Visibility visibility) throws SQLException {
        return requests.find(connection, requestId)
                .filter(request -> isSeen(request, visibility))
                .orElseThrow(() -> new NotFound("request for offer", requestId));
    }

    private static boolean isSeen(RequestForOffer request, Visibility visibility) {
        UUID agencyId = visibility.agencyId();
        UUID contractorId = visibility.contractorId();
        return (agencyId == null || agencyId.equals(request.head().agencyId()))
                && (contractorId == null
                        || request.solicited().asked().stream()
                                .anyMatch(one -> one.contractorId().equals(contractorId)));
    }
}
