package org.opencmas.order.purchaseorder;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.RoundTrip;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.terms.CmasNumber;

/** Stores acts that write no new version: where the order and the version stand afterwards, and the row of the history. */
@ApplicationScoped
class OrderActs {
    private static final String SAVE = """
            with done as materialized (
                select order_id::uuid, agency_id::uuid, order_state, version::bigint, latest_version::int, version_in_force::int,
                    string_to_array(sub_numbering, ' ') as sub_numbering, document_version::int, version_state,
                    submitted_at::timestamptz, submitted_by, decision::jsonb, act, acted_at::timestamptz, acted_by, request_id,
                    details::jsonb
                from unnest((select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
                    (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
                    (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
                    (select ?::text[]), (select ?::text[]), (select ?::text[])) as done (order_id, agency_id, order_state,
                    version, latest_version, version_in_force, sub_numbering, document_version, version_state, submitted_at,
                    submitted_by, decision, act, acted_at, acted_by, request_id, details)
            ), moved as (
                update purchase_order o
                set state = done.order_state, version = done.version, latest_version = done.latest_version,
                    version_in_force = done.version_in_force, sub_numbering = done.sub_numbering
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
            select require((select count(*) from moved) = ? and (select count(*) from marked) = ?,
                'an order changed although it was locked')
            """;

    /**
     * An act that was done.
     *
     * @param order as it stands afterwards
     */
    record Done(PurchaseOrder order, OrderChange change, Act act) {}

    /** In the order in which the statement names them. */
    private static final List<Function<Done, @Nullable Object>> COLUMNS = List.of(
            done -> done.order.orderId(),
            done -> done.order.agencyId(),
            done -> done.order.state(),
            done -> done.order.version(),
            done -> done.order.latest().number(),
            done -> done.order.inForce().map(OrderVersion::number).orElse(null),
            done -> done.order.numbering().agreements().stream()
                    .map(CmasNumber::canonical)
                    .collect(Collectors.joining(" ")),
            done -> done.change.subject().number(),
            done -> done.change.subject().state(),
            done -> submission(done, Act::at),
            done -> submission(done, Act::by),
            done -> decision(done),
            done -> done.change.word(),
            done -> done.act.at(),
            done -> done.act.by(),
            done -> done.act.requestId(),
            done -> OrderJson.write(done.change.details()));

    /**
     * Has the acts stored, at most one of each order, together with other statements. The whole fails when an order is not as it was
     * before its act.
     */
    void save(RoundTrip statements, List<Done> acts) {
        statements.add(SAVE, (save, first) -> {
            int at = Columns.bind(save, first, acts, COLUMNS);
            save.setInt(at++, acts.size());
            save.setInt(at++, acts.size());
            return at;
        });
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
