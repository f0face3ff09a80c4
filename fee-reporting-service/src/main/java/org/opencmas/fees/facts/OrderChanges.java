package org.opencmas.fees.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.sql.Columns;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Every issued document of every order, their rejections and terminations; appended, never edited. */
@ApplicationScoped
public class OrderChanges {
    private static final Columns<ReceivedChange> CHANGES = Columns.<ReceivedChange>of(
                    "order_id", "uuid", received -> received.change().orderId())
            .and("document_version", "int", received -> received.change().documentVersion())
            .and("cause", "text", received -> received.change().cause())
            .and("amendment_number", "int", received -> received.change().amendmentNumber())
            .and("agency_id", "uuid", received -> received.change().agencyId())
            .and("agency_order_number", "text", received -> received.change().agencyOrderNumber())
            .and("order_date", "date", received -> received.change().orderDate())
            .and("effective_on", "date", received -> received.change().effectiveOn())
            .and("contractor_id", "uuid", received -> received.change().contractorId())
            .and("cal_card", "boolean", received -> {
                OrderChange.Detail detail = received.change().detail();
                return detail == null ? null : detail.calCard();
            })
            .and("event_id", "uuid", received -> received.event().id());
    private static final String ADD = CHANGES.insertInto("order_change") + " on conflict do nothing returning order_id";

    private static final Columns<PartAmount> AMOUNTS = Columns.<PartAmount>of(
                    "order_id", "uuid", part -> part.change().orderId())
            .and("document_version", "int", part -> part.change().documentVersion())
            .and("cause", "text", part -> part.change().cause())
            .and("cmas_number", "text", PartAmount::agreement)
            .and("subtotal", "numeric", part -> part.subtotal().amount())
            .and("nsp_subtotal", "numeric", part -> {
                OrderChange.Detail detail = part.change().detail();
                return detail == null
                        ? null
                        : detail.nsp().getOrDefault(part.agreement(), Usd.ZERO).amount();
            });
    private static final String ADD_AMOUNTS = AMOUNTS.insertInto("order_change_amount");

    private static final Columns<UUID> ORDERS = Columns.of("order_id", "uuid", orderId -> orderId);
    private static final String WITH_AMOUNTS = """
            select c.document_version, c.cause, c.amendment_number, c.agency_id, c.agency_order_number, c.order_date,
                c.effective_on, a.cmas_number, a.subtotal, c.order_id, c.contractor_id, c.cal_card, a.nsp_subtotal
            from order_change c left join order_change_amount a using (order_id, document_version, cause)
            where c.order_id in (select order_id from %s)
            """.formatted(ORDERS.given());

    private record PartAmount(OrderChange change, CmasNumber agreement, Usd subtotal) {}

    private record Version(UUID orderId, int documentVersion, Cause cause) {}

    /**
     * Adds changes, each of another order. Knowing one already, with the same content, is no change.
     *
     * @return those that are new
     * @throws IllegalStateException when the same version is known with another content: an issued document never changes
     */
    public List<ReceivedChange> add(Connection connection, List<ReceivedChange> received) throws SQLException {
        Set<UUID> added = insert(connection, received);
        List<ReceivedChange> fresh = new ArrayList<>();
        List<OrderChange> known = new ArrayList<>();
        for (ReceivedChange each : received) {
            if (added.contains(each.change().orderId())) {
                fresh.add(each);
            } else {
                known.add(each.change());
            }
        }
        refuseOtherContent(connection, known);
        insertAmounts(connection, fresh);
        return fresh;
    }

    /** The orders whose change was not known. */
    private static Set<UUID> insert(Connection connection, List<ReceivedChange> received) throws SQLException {
        Set<UUID> added = new HashSet<>();
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            CHANGES.bind(insert, 1, received);
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    added.add(row.getObject(1, UUID.class));
                }
            }
        }
        return added;
    }

    private void refuseOtherContent(Connection connection, List<OrderChange> known) throws SQLException {
        if (known.isEmpty()) {
            return;
        }
        Map<UUID, List<OrderChange>> histories =
                histories(connection, known.stream().map(OrderChange::orderId).toList());
        for (OrderChange change : known) {
            if (histories.getOrDefault(change.orderId(), List.of()).stream().noneMatch(change::saysTheSameAs)) {
                throw new IllegalStateException("order " + change.orderId() + " version " + change.documentVersion()
                        + " is known with another content");
            }
        }
    }

    private static void insertAmounts(Connection connection, List<ReceivedChange> fresh) throws SQLException {
        List<PartAmount> amounts = new ArrayList<>();
        for (ReceivedChange received : fresh) {
            received.change()
                    .subtotals()
                    .forEach((agreement, subtotal) ->
                            amounts.add(new PartAmount(received.change(), agreement, subtotal)));
        }
        if (amounts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(ADD_AMOUNTS)) {
            AMOUNTS.bind(insert, 1, amounts);
            insert.executeUpdate();
        }
    }

    /** By order, its changes known so far, in their sequence; an unknown order is absent. */
    public Map<UUID, List<OrderChange>> histories(Connection connection, Collection<UUID> orderIds)
            throws SQLException {
        Map<Version, OrderChange> changes = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(WITH_AMOUNTS)) {
            ORDERS.bind(select, 1, orderIds);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    OrderChange change = change(row);
                    changes.merge(
                            new Version(change.orderId(), change.documentVersion(), change.cause()),
                            change,
                            OrderChanges::together);
                }
            }
        }
        Map<UUID, List<OrderChange>> histories = new HashMap<>();
        changes.values().stream()
                .sorted(OrderChange.SEQUENCE)
                .forEach(change -> histories
                        .computeIfAbsent(change.orderId(), orderId -> new ArrayList<>())
                        .add(change));
        return histories;
    }

    private static OrderChange change(ResultSet row) throws SQLException {
        String agreement = row.getString(8);
        CmasNumber number = agreement == null ? null : CmasNumber.parse(agreement);
        return new OrderChange(
                row.getObject(10, UUID.class),
                row.getInt(1),
                Cause.valueOf(row.getString(2)),
                row.getInt(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                row.getObject(11, UUID.class),
                number == null ? Map.of() : Map.of(number, Usd.of(row.getBigDecimal(9))),
                detail(row, number));
    }

    private static OrderChange.@Nullable Detail detail(ResultSet row, @Nullable CmasNumber number) throws SQLException {
        boolean calCard = row.getBoolean(12);
        if (row.wasNull()) {
            return null;
        }
        BigDecimal nsp = row.getBigDecimal(13);
        return new OrderChange.Detail(
                calCard, number == null || nsp == null || nsp.signum() == 0 ? Map.of() : Map.of(number, Usd.of(nsp)));
    }

    private static OrderChange together(OrderChange change, OrderChange sameWithAnotherAmount) {
        Map<CmasNumber, Usd> subtotals = new HashMap<>(change.subtotals());
        subtotals.putAll(sameWithAnotherAmount.subtotals());
        OrderChange.Detail detail = change.detail();
        OrderChange.Detail other = sameWithAnotherAmount.detail();
        if (detail == null || other == null) {
            return change.with(subtotals, null);
        }
        Map<CmasNumber, Usd> nsp = new HashMap<>(detail.nsp());
        nsp.putAll(other.nsp());
        return change.with(subtotals, new OrderChange.Detail(detail.calCard(), nsp));
    }
}
