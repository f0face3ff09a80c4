package org.opencmas.order.purchaseorder.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.OrderChange;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.document.SubNumbering;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;
import org.opencmas.terms.CmasNumber;

/** Stores acts that write no new version: where the order and the version stand afterwards, and the row of the history. */
@ApplicationScoped
public class OrderActs {
    private static final RowsStatement<Done> SAVE = Columns.<Done>of("order_id", "uuid", done -> done.order.orderId())
            .and("agency_id", "uuid", done -> done.order.agencyId())
            .and("order_state", "text", done -> done.order.state())
            .and("version", "bigint", done -> done.order.version())
            .and(
                    "version_in_force",
                    "int",
                    done -> done.order.inForce().map(OrderVersion::number).orElse(null))
            .and("sub_numbering", "text[]", done -> array(done.order.numbering()))
            .and("work_stopped", "boolean", done -> done.order.workIsStopped())
            .and("document_version", "int", done -> done.change.subject().number())
            .and("version_state", "text", done -> done.change.subject().state())
            .and("submitted_at", "timestamptz", done -> submission(done, Act::at))
            .and("submitted_by", "text", done -> submission(done, Act::by))
            .and("decision", "jsonb", OrderActs::decision)
            .and("act", "text", done -> done.change.word())
            .and("acted_at", "timestamptz", done -> done.act.at())
            .and("acted_by", "text", done -> done.act.by())
            .and("request_id", "text", done -> done.act.requestId())
            .and("details", "jsonb", done -> OrderJson.write(done.change.details()))
            .statement("""
            with done as materialized (
                select * from %s
            ), moved as (
                update purchase_order o
                set state = done.order_state, version = done.version, version_in_force = done.version_in_force,
                    sub_numbering = done.sub_numbering, work_stopped = done.work_stopped
                from done
                where o.order_id = done.order_id and o.agency_id = done.agency_id and o.version = done.version - 1
                returning true
            ), marked as (
                update order_version v
                set state = done.version_state, submitted_at = done.submitted_at, submitted_by = done.submitted_by,
                    decision = done.decision
                from done
                where v.order_id = done.order_id and v.document_version = done.document_version
                    and v.agency_id = done.agency_id
                returning true
            ), noted as (
                insert into order_act (order_id, act_number, agency_id, act, document_version, acted_at, acted_by, request_id,
                    details)
                select order_id, version, agency_id, act, document_version, acted_at, acted_by, request_id, details from done
            )
            select require((select count(*) from done) = all (array[(select count(*) from moved), (select count(*) from marked)]),
                'an order is not as it was before its act')
            """);

    private static final RowsStatement<Done> LET_LAPSE = Columns.<Done>of(
                    "order_id", "uuid", done -> done.order.orderId())
            .and("agency_id", "uuid", done -> done.order.agencyId())
            .and("document_version", "int", done -> done.order.latest().number())
            .and("version_state", "text", done -> done.order.latest().state())
            .statement("""
            with lapsed as materialized (
                select * from %s
            )
            update order_version v set state = lapsed.version_state
            from lapsed
            where v.order_id = lapsed.order_id and v.document_version = lapsed.document_version
                and v.agency_id = lapsed.agency_id
            """);

    /**
     * An act that was done.
     *
     * @param order as it stands afterwards
     */
    public record Done(PurchaseOrder order, OrderChange change, Act act) {}

    /**
     * Has the acts stored, at most one of each order, together with other statements. The whole fails when an order is not as it was
     * before its act. Which version is the latest stays as it is: a contractor who answers does not see one that is not issued.
     */
    public void save(RoundTrip statements, List<Done> acts) {
        SAVE.addTo(statements, acts);
        List<Done> letLapse =
                acts.stream().filter(done -> done.change.lapsed() != null).toList();
        if (!letLapse.isEmpty()) {
            LET_LAPSE.addTo(statements, letLapse);
        }
    }

    /** As PostgreSQL reads an array; a CMAS number has no character that would need quotes. */
    private static String array(SubNumbering numbering) {
        return numbering.agreements().stream().map(CmasNumber::canonical).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable Object submission(Done done, Function<Act, Object> value) {
        Act submission = done.change.subject().submission();
        return submission == null ? null : value.apply(submission);
    }

    private static @Nullable Object decision(Done done) {
        Decision decision = done.change.subject().decision();
        return decision == null ? null : OrderJson.write(decision);
    }
}
