package org.opencmas.console.order;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.OrderPage;
import org.opencmas.console.client.Orders.OrderSummary;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The orders that a person may see, newest first, with their state, their age and whom they wait for. */
@Path("/orders")
@PermitAll
@SignedIn({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.CONTRACTOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
@Produces(MediaType.TEXT_HTML)
public class OrderListResource {
    private static final Map<String, String> FIELDS = Map.of("agencyOrderNumber", "number", "cmasNumber", "cmas");

    private final Orders orders;
    private final Names names;
    private final Page page;
    private final Clock clock;

    OrderListResource(@RestClient Orders orders, Names names, Page page, Clock clock) {
        this.orders = orders;
        this.names = names;
        this.page = page;
        this.clock = clock;
    }

    /** The states that a list can be narrowed to. */
    enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        ISSUED,
        ACCEPTED,
        REJECTED,
        TERMINATED
    }

    /**
     * An order as the list shows it.
     *
     * @param ageDays days since the order's date; negative for one of a later date
     * @param waitsFor what has to happen next; empty when nothing has to
     * @param mine whether the reader has to do it
     */
    record Row(OrderSummary order, String contractor, String agency, long ageDays, String waitsFor, boolean mine) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance orders(
                Inputs inputs, State[] states, List<Row> rows, String next, boolean mayWrite, boolean ofContractor);
    }

    @GET
    public RestResponse<TemplateInstance> orders(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String state = inputs.choice("state", State.class).map(State::name).orElse(null);
        String number = inputs.text("number");
        String cmas = inputs.text("cmas");
        OrderPage found = found(inputs, state, number, cmas);
        Set<String> roles = page.reader().roles();
        return Answers.page(
                inputs,
                Templates.orders(
                        inputs,
                        State.values(),
                        rows(found.items(), roles),
                        Cursors.next("/orders", address.getQueryParameters(), found.next()),
                        roles.contains(Roles.AGENCY_BUYER) || roles.contains(Roles.AGENCY_APPROVER),
                        roles.contains(Roles.CONTRACTOR)));
    }

    private OrderPage found(Inputs inputs, @Nullable String state, String number, String cmas) {
        String cursor = Cursors.of(inputs);
        if (inputs.isFine()) {
            try {
                return orders.listOrders(
                        state, Inputs.unlessEmpty(number), Inputs.unlessEmpty(cmas), cursor, Cursors.ROWS);
            } catch (ServiceProblem problem) {
                if (problem.status() != 400) {
                    throw problem;
                }
                Refusals.intoFields(inputs, problem, FIELDS);
            }
        }
        return new OrderPage(List.of(), null);
    }

    private List<Row> rows(List<OrderSummary> found, Set<String> roles) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, String> contractors =
                names.contractors(found.stream().map(OrderSummary::contractorId).toList());
        Map<UUID, String> agencies =
                names.agencies(found.stream().map(OrderSummary::agencyId).toList());
        return found.stream()
                .map(order -> new Row(
                        order,
                        contractors.getOrDefault(order.contractorId(), ""),
                        agencies.getOrDefault(order.agencyId(), ""),
                        ChronoUnit.DAYS.between(order.orderDate(), today),
                        Waiting.next(order.state(), roles),
                        Waiting.isMine(order.state(), roles)))
                .toList();
    }
}
