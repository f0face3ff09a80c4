package org.opencmas.order.requestforoffer.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.requestforoffer.BestValueStep;
import org.opencmas.order.requestforoffer.ContractorAsked;
import org.opencmas.order.requestforoffer.Determination;
import org.opencmas.order.requestforoffer.Offer;
import org.opencmas.order.requestforoffer.RequestAct;
import org.opencmas.order.requestforoffer.RequestContent;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.order.requestforoffer.RequestForOffer.Head;
import org.opencmas.order.requestforoffer.RequestForOffer.Solicited;
import org.opencmas.order.requestforoffer.RequestForOffer.Standing;
import org.opencmas.order.requestforoffer.RequestState;

/** The stored requests. Every method works on the connection that it is given, in the caller's transaction. */
@ApplicationScoped
public class RequestsForOffer {
    /** The request; its row is held against every other change until the transaction ends. */
    public Optional<RequestForOffer> findForUpdate(Connection connection, UUID requestId) throws SQLException {
        return find(connection, requestId, " for update");
    }

    public Optional<RequestForOffer> find(Connection connection, UUID requestId) throws SQLException {
        return find(connection, requestId, "");
    }

    private static Optional<RequestForOffer> find(Connection connection, UUID requestId, String lock)
            throws SQLException {
        String sql = "select * from request_for_offer where request_id = ?" + lock;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, requestId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(request(connection, row)) : Optional.empty();
            }
        }
    }

    private static RequestForOffer request(Connection connection, ResultSet row) throws SQLException {
        UUID requestId = row.getObject("request_id", UUID.class);
        var head = new Head(requestId, row.getObject("agency_id", UUID.class), row.getString("reference"));
        var standing = new Standing(
                RequestState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getObject("order_id", UUID.class));
        RequestContent content = OrderJson.read(row.getString("content"), RequestContent.class);
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        var solicited = new Solicited(
                asked(connection, requestId),
                offers(connection, requestId),
                row.getString("none_certified_reason"),
                closedAt == null ? null : closedAt.toInstant());
        return new RequestForOffer(
                head,
                standing,
                content,
                solicited,
                documents(connection, requestId, RequestAct.RECORD_STEP, BestValueStep.class),
                documents(connection, requestId, RequestAct.DETERMINE, Determination.class).stream()
                        .reduce((earlier, later) -> later)
                        .orElse(null));
    }

    private static List<ContractorAsked> asked(Connection connection, UUID requestId) throws SQLException {
        String sql = """
                select document from contractor_asked where request_id = ? order by asked_number
                """;
        return all(connection, sql, requestId, ContractorAsked.class);
    }

    private static List<Offer> offers(Connection connection, UUID requestId) throws SQLException {
        return all(
                connection,
                "select document from offer where request_id = ? order by act_number",
                requestId,
                Offer.class);
    }

    private static <T> List<T> documents(Connection connection, UUID requestId, RequestAct act, Class<T> type)
            throws SQLException {
        String sql = "select details from request_for_offer_act where request_id = ? and act = '" + act.name()
                + "' order by act_number";
        return all(connection, sql, requestId, type);
    }

    private static <T> List<T> all(Connection connection, String sql, UUID requestId, Class<T> type)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, requestId);
            try (ResultSet row = select.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (row.next()) {
                    found.add(OrderJson.read(row.getString(1), type));
                }
                return found;
            }
        }
    }

    /** An offer with its lines. */
    public Optional<Offer> offer(Connection connection, UUID requestId, UUID offerId) throws SQLException {
        String sql =
                "select document || jsonb_build_object('lines', lines) from offer where request_id = ? and offer_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, requestId);
            select.setObject(2, offerId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(OrderJson.read(row.getString(1), Offer.class)) : Optional.empty();
            }
        }
    }

    /** The request that the order was drafted from, if it was. */
    public Optional<UUID> findByOrder(Connection connection, UUID orderId) throws SQLException {
        String sql = "select request_id from request_for_offer where order_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /** The request of that reference, if the agency has one already. */
    public Optional<UUID> findByReference(Connection connection, UUID agencyId, String reference) throws SQLException {
        String sql =
                "select request_id from request_for_offer where agency_id = ? and reference_key = order_number_key(?)";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, agencyId);
            select.setString(2, reference);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    public void insert(Connection connection, RequestForOffer request) throws SQLException {
        String sql = """
                insert into request_for_offer (request_id, agency_id, reference, state, version, title, content)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, request.head().requestId());
            insert.setObject(2, request.head().agencyId());
            insert.setString(3, request.head().reference());
            insert.setString(4, request.state().name());
            insert.setLong(5, request.version());
            insert.setString(6, request.content().title());
            insert.setString(7, OrderJson.write(request.content()));
            insert.executeUpdate();
        }
    }

    /** Where the request stands after an act. */
    public void update(Connection connection, RequestForOffer request) throws SQLException {
        String sql = """
                update request_for_offer
                set state = ?, version = ?, title = ?, content = ?::jsonb, order_id = ?,
                    none_certified_reason = ?, closed_at = ?
                where request_id = ? and agency_id = ? and version = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, request.state().name());
            update.setLong(2, request.version());
            update.setString(3, request.content().title());
            update.setString(4, OrderJson.write(request.content()));
            update.setObject(5, request.orderId().orElse(null));
            update.setString(6, request.solicited().noneCertifiedReason());
            Instant closedAt = request.solicited().closedAt();
            update.setObject(
                    7, closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            update.setObject(8, request.head().requestId());
            update.setObject(9, request.head().agencyId());
            update.setLong(10, request.version() - 1);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("a request for offer is not as it was before its act");
            }
        }
    }

    /** Adds the last of those whom the request asked. */
    public void insertAsked(Connection connection, RequestForOffer request, List<ContractorAsked> contractors)
            throws SQLException {
        String sql = """
                insert into contractor_asked (request_id, contractor_id, agency_id, act_number, asked_on, document, asked_number)
                values (?, ?, ?, ?, ?, ?::jsonb, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int next = request.solicited().asked().size() - contractors.size();
            for (ContractorAsked one : contractors) {
                insert.setObject(1, request.head().requestId());
                insert.setObject(2, one.contractorId());
                insert.setObject(3, request.head().agencyId());
                insert.setLong(4, request.version());
                insert.setObject(5, one.asking().askedOn());
                insert.setString(6, OrderJson.write(one));
                insert.setInt(7, ++next);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    public void insertOffer(Connection connection, RequestForOffer request, Offer offer) throws SQLException {
        String sql = """
                insert into offer (offer_id, request_id, agency_id, contractor_id, act_number, received_at, standing, reason,
                    document, lines)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, offer.offerId());
            insert.setObject(2, request.head().requestId());
            insert.setObject(3, request.head().agencyId());
            insert.setObject(4, offer.contractorId());
            insert.setLong(5, request.version());
            insert.setObject(6, offer.arrival().receivedAt().atOffset(ZoneOffset.UTC));
            insert.setString(7, offer.standing().name());
            insert.setString(8, offer.arrival().reason());
            insert.setString(9, OrderJson.write(offer.withoutLines()));
            insert.setString(10, OrderJson.write(offer.lines() == null ? List.of() : offer.lines()));
            insert.executeUpdate();
        }
    }

    /**
     * Who did what.
     *
     * @param details JSON object
     */
    public void insertAct(
            Connection connection, RequestForOffer request, RequestAct act, RequestActor by, String details)
            throws SQLException {
        String sql = """
                insert into request_for_offer_act (request_id, act_number, agency_id, act, acted_at, acted_by, http_request_id, details)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, request.head().requestId());
            insert.setLong(2, request.version());
            insert.setObject(3, request.head().agencyId());
            insert.setString(4, act.name());
            insert.setObject(5, by.at().atOffset(ZoneOffset.UTC));
            insert.setString(6, by.name());
            insert.setString(7, by.httpRequestId());
            insert.setString(8, details);
            insert.executeUpdate();
        }
    }

    /**
     * Who acts.
     *
     * @param name as the identity provider names the caller
     */
    public record RequestActor(
            Instant at, String name, @Nullable String httpRequestId) {}

    /**
     * A request in a list.
     *
     * @param offers how many answers came, those not considered too
     */
    @Schema(name = "RequestForOfferSummary")
    public record RequestSummary(
            UUID requestId,
            UUID agencyId,
            String reference,
            String title,
            RequestState state,
            int contractorsAsked,
            int offers) {}

    /** Those that the caller may see, newest first; for a contractor only itself and its own offers are counted. */
    public List<RequestSummary> list(
            Connection connection,
            Visibility visibility,
            @Nullable RequestState state,
            @Nullable UUID before,
            int limit)
            throws SQLException {
        String sql = """
                select r.request_id, r.agency_id, r.reference, r.title, r.state,
                    (select count(*) from contractor_asked a
                        where a.request_id = r.request_id and (c.only is null or a.contractor_id = c.only)) as asked,
                    (select count(*) from offer o
                        where o.request_id = r.request_id and (c.only is null or o.contractor_id = c.only)) as offers
                from request_for_offer r, (select ?::uuid as only) c
                where (?::uuid is null or r.agency_id = ?)
                    and (c.only is null or exists (select from contractor_asked a
                        where a.request_id = r.request_id and a.contractor_id = c.only))
                    and (?::text is null or r.state = ?) and (?::uuid is null or r.request_id < ?)
                order by r.request_id desc limit ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            String only = state == null ? null : state.name();
            select.setObject(1, visibility.contractorId(), Types.OTHER);
            select.setObject(2, visibility.agencyId(), Types.OTHER);
            select.setObject(3, visibility.agencyId(), Types.OTHER);
            select.setString(4, only);
            select.setString(5, only);
            select.setObject(6, before, Types.OTHER);
            select.setObject(7, before, Types.OTHER);
            select.setInt(8, limit);
            try (ResultSet row = select.executeQuery()) {
                List<RequestSummary> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new RequestSummary(
                            row.getObject("request_id", UUID.class),
                            row.getObject("agency_id", UUID.class),
                            row.getString("reference"),
                            row.getString("title"),
                            RequestState.valueOf(row.getString("state")),
                            row.getInt("asked"),
                            row.getInt("offers")));
                }
                return found;
            }
        }
    }
}
