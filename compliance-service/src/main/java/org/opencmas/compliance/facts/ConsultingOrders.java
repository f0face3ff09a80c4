package org.opencmas.compliance.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.purchaseorder.EarlierOrder;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.sql.Answer;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;

/**
 * Issued orders with a consulting part: kept once, asked of every order's contractor and affiliates. Those are the firms that the order
 * names and, for each of them, the twenty firms that issued orders last began to call of one family with it: firms, however many orders name
 * one. Of each firm the agency's latest five orders are read and another agency's latest one, so that a firm with thousands costs no more.
 */
public final class ConsultingOrders {
    private static final Columns<Firm> FIRMS = Columns.<Firm>of("agency_id", "uuid", Firm::agencyId)
            .and("contractor_id", "uuid", Firm::contractorId)
            .and("agency_order_number", "text", Firm::agencyOrderNumber)
            .and("judged_as_of", "date", Firm::judgedAsOf);
    private static final String SELECT = """
            select given.place, earlier.contractor_id, earlier.own_number, earlier.ordered_on
              from %s
             cross join lateral (
                select given.contractor_id as firm
                union all
                (select affiliate_id from affiliated_firm
                  where contractor_id = given.contractor_id and named_on <= given.judged_as_of
                  order by named_on desc, affiliate_id limit 20)) family
             cross join lateral (
                (select contractor_id, agency_order_number as own_number, ordered_on from consulting_order
                  where contractor_id = family.firm and agency_id = given.agency_id
                    and agency_order_number <> given.agency_order_number and ordered_on <= given.judged_as_of
                  order by ordered_on desc, own_number limit 5)
                union all
                (select contractor_id, null, ordered_on from consulting_order
                  where contractor_id = family.firm and agency_id <> given.agency_id
                    and ordered_on <= given.judged_as_of
                  order by ordered_on desc limit 1)) earlier
             order by given.place, earlier.own_number nulls last, earlier.ordered_on desc, earlier.contractor_id
            """.formatted(FIRMS.given());
    private static final RowsStatement<Issued> INSERT = Columns.<Issued>of(
                    "agency_id", "uuid", issued -> issued.order().agencyId())
            .and("order_id", "uuid", Issued::orderId)
            .and("contractor_id", "uuid", issued -> issued.order().contractorId())
            .and("agency_order_number", "text", issued -> issued.order().agencyOrderNumber())
            .and("ordered_on", "date", issued -> issued.order().orderDate())
            .statement("""
                    insert into consulting_order (agency_id, order_id, contractor_id, agency_order_number, ordered_on)
                    select agency_id, order_id, contractor_id, agency_order_number, ordered_on from %s
                    on conflict do nothing
                    """);

    private static final RowsStatement<Affiliate> INSERT_AFFILIATE = Columns.<Affiliate>of(
                    "agency_id", "uuid", named -> named.issued().order().agencyId())
            .and("order_id", "uuid", named -> named.issued().orderId())
            .and("contractor_id", "uuid", named -> named.issued().order().contractorId())
            .and("affiliate_id", "uuid", Affiliate::affiliate)
            .and("named_on", "date", named -> named.issued().order().relevantDate())
            .statement("""
                    insert into named_affiliate (agency_id, order_id, contractor_id, affiliate_id, named_on)
                    select agency_id, order_id, contractor_id, affiliate_id, named_on from %s
                    on conflict do nothing
                    """);

    private ConsultingOrders() {}

    /**
     * A firm that an order asks after, and the place of the order among those asked for.
     *
     * @param judgedAsOf the day of the order; one of that very day is earlier, since of two orders of a day none is known to be the first
     */
    private record Firm(int order, UUID agencyId, UUID contractorId, String agencyOrderNumber, LocalDate judgedAsOf) {}

    /** An order that is issued, as the order service calls it. */
    public record Issued(UUID orderId, Order order) {
        public boolean hasConsultingPart() {
            return !order.lines(line -> line.coded().consulting()).isEmpty();
        }
    }

    /** A firm that an issued order names as its contractor's affiliate. */
    private record Affiliate(Issued issued, UUID affiliate) {
        static Stream<Affiliate> of(Issued issued) {
            UUID own = issued.order().contractorId();
            return firmsOf(issued.order()).filter(firm -> !firm.equals(own)).map(firm -> new Affiliate(issued, firm));
        }
    }

    /**
     * Has those of the orders kept that have a consulting part, and the affiliates that they name, together with other things. One that is
     * kept already stays as it was.
     */
    public static void keep(RoundTrip statements, List<Issued> issued) {
        List<Issued> consulting =
                issued.stream().filter(Issued::hasConsultingPart).toList();
        if (!consulting.isEmpty()) {
            INSERT.addTo(statements, consulting);
        }
        List<Affiliate> affiliates = issued.stream().flatMap(Affiliate::of).toList();
        if (!affiliates.isEmpty()) {
            INSERT_AFFILIATE.addTo(statements, affiliates);
        }
    }

    /**
     * Asks, together with other things, which other consulting orders the firms of each order have, dated on its day at the latest. The order
     * itself is not among them.
     *
     * @return in the order of the orders
     */
    static Answer<List<List<EarlierOrder>>> ask(RoundTrip asked, List<Order> orders) {
        List<Firm> firms = IntStream.range(0, orders.size())
                .boxed()
                .flatMap(place -> firms(place, orders.get(place)))
                .toList();
        return Answer.ask(
                asked,
                SELECT,
                (select, first) -> FIRMS.bind(select, first, firms),
                row -> read(row, firms, orders.size()));
    }

    /** The contractor, and every firm that the order names as its affiliate. */
    public static Stream<UUID> firmsOf(Order order) {
        Stream<UUID> affiliates = order.told().services().stream()
                .flatMap(services -> Stream.ofNullable(services.earlierOrders()))
                .flatMap(relation -> relation.affiliates().stream());
        return Stream.concat(Stream.of(order.contractorId()), affiliates).distinct();
    }

    private static Stream<Firm> firms(int place, Order order) {
        return firmsOf(order)
                .map(firm -> new Firm(place, order.agencyId(), firm, order.agencyOrderNumber(), order.relevantDate()));
    }

    private static List<List<EarlierOrder>> read(ResultSet row, List<Firm> firms, int orders) throws SQLException {
        // Of two firms of one family that an order names, each leads to the orders of the other.
        List<Set<EarlierOrder>> earlier = new ArrayList<>();
        IntStream.range(0, orders).forEach(place -> earlier.add(new LinkedHashSet<>()));
        while (row.next()) {
            earlier.get(firms.get(row.getInt("place") - 1).order())
                    .add(new EarlierOrder(
                            row.getObject("contractor_id", UUID.class),
                            row.getString("own_number"),
                            row.getObject("ordered_on", LocalDate.class)));
        }
        return earlier.stream().map(List::copyOf).toList();
    }
}
