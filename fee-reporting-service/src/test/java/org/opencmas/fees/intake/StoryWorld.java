package org.opencmas.fees.intake;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.journal.ReceivedEvent;

/** A story's own agencies, contractors, agreements and orders, and all rows of the books for them, with names instead of ids. */
final class StoryWorld {
    private static final List<String> BOOKS = List.of("""
            select 'posting', order_id, number_in_order, cmas_number, document_version, cause, agency_type, contractor_id, quarter,
                belongs_to_quarter, rate, treatment, base, fee_due, fee_waived, orders, event_id
            from posting where cmas_number = any (?)
            """, """
            select 'entry', p.order_id, p.number_in_order, e.line, e.book, e.account, e.amount
            from posting p join ledger_entry e using (cmas_number, posting_id) where p.cmas_number = any (?)
            """, """
            select 'obligation', cmas_number, quarter, reason, contractor_id, due_on, filed_at is not null, fee_due_filed
            from report_obligation where cmas_number = any (?)
            """, """
            select 'pending', cmas_number, order_id, missing from pending_fee where cmas_number = any (?)
            """, """
            select 'event', topic, aggregate_id, aggregate_version, event_type, actor, trace_parent, payload::jsonb - 'postingId'
            from journal where payload::jsonb ->> 'cmasNumber' = any (?) and event_type = 'fee.posted.v1'
            """, """
            select 'total', member, quarter, sales, fee_due, sales_waived, fee_waived, orders from fee_total
            where view = 'CONTRACTOR' and member in (select contractor_id::text from agreement where cmas_number = any (?))
            """, """
            select 'sale', order_id, number, cmas_number, document_version, cause, quarter, agency_id, agency_type, contractor_id, small_business,
                dvbe, sales, nsp, cal_card, without_detail, fee_due, fee_waived, orders, event_id
            from sale_entry where cmas_number = any (?)
            """, """
            select 'reports', member, quarter, expected, filed, fee_due_filed from report_total
            where view = 'CONTRACTOR' and member in (select contractor_id::text from agreement where cmas_number = any (?))
            """);

    /** What the books come to, however it was reached: nothing of the order in which it was posted. */
    private static final List<String> WORTH = List.of("""
            select 'posted', order_id, cmas_number, document_version, cause, agency_type, contractor_id, quarter, belongs_to_quarter, trim_scale(rate),
                treatment, trim_scale(sum(base)), trim_scale(sum(fee_due)), trim_scale(sum(fee_waived)), sum(orders)
            from posting where cmas_number = any (?) group by 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            having (sum(base), sum(fee_due), sum(fee_waived), sum(orders)) <> (0, 0, 0, 0)
            """, """
            select 'sold', order_id, cmas_number, document_version, cause, quarter, agency_id, agency_type, contractor_id, small_business,
                dvbe, trim_scale(sum(sales)), trim_scale(sum(nsp)), trim_scale(sum(cal_card)), trim_scale(sum(without_detail)), trim_scale(sum(fee_due)),
                trim_scale(sum(fee_waived)), sum(orders)
            from sale_entry where cmas_number = any (?) group by 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            having (sum(sales), sum(orders)) <> (0, 0)
            """, """
            select 'account', e.account, trim_scale(sum(e.amount)) from ledger_entry e where e.cmas_number = any (?) group by 2 having sum(e.amount) <> 0
            """, """
            select 'total', member, quarter, trim_scale(sales), trim_scale(fee_due), trim_scale(sales_waived), trim_scale(fee_waived), orders from fee_total
            where view = 'CONTRACTOR' and member in (select contractor_id::text from agreement where cmas_number = any (?))
                and (sales, fee_due, fee_waived, orders) <> (0, 0, 0, 0)
            """, """
            select 'pending', cmas_number, order_id, missing from pending_fee where cmas_number = any (?)
            """);

    final List<UUID> contractors = new ArrayList<>();
    final List<UUID> agencies = new ArrayList<>();
    final List<String> numbers = new ArrayList<>();

    private final Scene scene;
    private final Deliveries deliveries;
    private final DataSource dataSource;
    private final Map<Integer, UUID> orders = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private int eventCount;

    /** Three agencies, contractors and agreements that are known, and one more agency and agreement that are not. */
    StoryWorld(Scene scene, Deliveries deliveries, DataSource dataSource) {
        this.scene = scene;
        this.deliveries = deliveries;
        this.dataSource = dataSource;
        for (String type : List.of("CITY", "STATE_DEPARTMENT", "K12")) {
            agencies.add(named("agency " + agencies.size(), () -> scene.agency(type)));
            contractors.add(named("contractor " + contractors.size(), scene::contractor));
            numbers.add(named(
                    "agreement " + numbers.size(),
                    () -> scene.agreement(contractors.getLast(), "2017-01-01", "2018-12-31")));
        }
        agencies.add(named("agency 3", UUID::randomUUID));
        numbers.add(named("agreement 3", Scene::newNumber));
        scene.contractorHas(contractors.get(1), Scene.certificate("SB", "2017-06-01", "2018-05-31"), 2);
    }

    private <T> T named(String name, Supplier<T> thing) {
        T made = thing.get();
        names.put(made.toString(), name);
        return made;
    }

    /** The agency and the agreement that were unknown become known. */
    void deliverWhatWasMissing() {
        agencyIs("agency.registered.v1", 3, "COUNTY", 1);
        agreementIs("agreement.registered.v1", 3, 2, 1);
    }

    /** Events that correct what was known: an agency's type, an agreement's holder, a contractor's certificate. */
    void correct() {
        agencyIs("agency.changed.v1", 0, "UC", 2);
        agreementIs("agreement.supplemented.v1", 2, 1, 2);
        String certificate = Scene.certificate("SB", "2017-06-01", "2018-12-31");
        deliver(deliveries.event(
                "cmas.contractors",
                "contractor.changed.v1",
                contractors.get(1),
                3,
                Scene.contractorState(contractors.get(1), certificate)));
    }

    private void agencyIs(String event, int agency, String type, long version) {
        UUID agencyId = agencies.get(agency);
        deliver(deliveries.event("cmas.agencies", event, agencyId, version, Scene.agencyState(agencyId, type)));
    }

    private void agreementIs(String event, int agreement, int contractor, long version) {
        String number = numbers.get(agreement);
        deliver(deliveries.event(
                "cmas.agreements",
                event,
                number,
                version,
                Scene.agreementState(
                        number, contractors.get(contractor), "ACTIVE", "2017-01-01", "2017-01-01", "2018-12-31")));
    }

    private void deliver(ReceivedEvent event) {
        deliveries.deliverTogether(List.of(named(event)));
    }

    /** The event with the ids of this world. */
    ReceivedEvent event(OrderStory.Event what) {
        UUID orderId = orders.computeIfAbsent(what.order(), number -> named("order " + number, UUID::randomUUID));
        return named(deliveries.event(
                "cmas.orders",
                what.type(),
                orderId,
                what.documentVersion(),
                payload(what, orderId),
                Scene.noonOf(what.on().toString())));
    }

    private ReceivedEvent named(ReceivedEvent event) {
        String name = "event " + ++eventCount;
        names.put(event.id().toString(), name);
        names.put(String.valueOf(event.traceParent()), "trace of " + name);
        return event;
    }

    private String payload(OrderStory.Event what, UUID orderId) {
        return """
                {"orderId":"%s","documentVersion":%d,"agencyId":"%s","agencyOrderNumber":"PO","amendmentNumber":%d,
                 "orderDate":"%s","amendmentDate":"%s","terminatedOn":"%s","subOrders":[%s],"remainingSubOrders":[%s]}""".formatted(
                        orderId,
                        what.documentVersion(),
                        agencies.get(what.agency()),
                        what.documentVersion() - 1,
                        what.orderDate(),
                        what.on(),
                        what.on(),
                        subOrders(what.subtotals(), "subtotalExcludingTax"),
                        subOrders(what.subtotals(), "amount"));
    }

    private String subOrders(Map<Integer, String> subtotals, String field) {
        return subtotals.entrySet().stream()
                .map(part -> """
                        {"cmasNumber":"%s","%s":"%s"}""".formatted(numbers.get(part.getKey()), field, part.getValue()))
                .collect(joining(","));
    }

    /** Everything that the books say of this world, a line for each row, sorted. */
    List<String> books() throws SQLException {
        return lines(BOOKS);
    }

    /** What the books come to, a line for each row, sorted. */
    List<String> worth() throws SQLException {
        return lines(WORTH);
    }

    private List<String> lines(List<String> statements) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String sql : statements) {
                try (PreparedStatement select = connection.prepareStatement(sql)) {
                    select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
                    read(select, lines);
                }
            }
        }
        return lines.stream().map(this::withNames).sorted().toList();
    }

    private static void read(PreparedStatement select, List<String> lines) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(row.getString(column));
                }
                lines.add(String.join(" | ", values));
            }
        }
    }

    private String withNames(String line) {
        String named = line;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return named;
    }
}
