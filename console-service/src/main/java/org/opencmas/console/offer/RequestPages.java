package org.opencmas.console.offer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Requests;
import org.opencmas.console.client.Requests.Asked;
import org.opencmas.console.client.Requests.Offer;
import org.opencmas.console.client.Requests.RequestForOffer;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Row;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.order.Names;
import org.opencmas.terms.Roles;

/** Makes the page of a request for offer, for whoever looks at it or acts on it. */
@ApplicationScoped
class RequestPages {
    /** More than these are compared by their totals only: each takes a question to the service. */
    private static final int MOST_WITH_LINES = 20;

    /** Who may act on a request; everybody else reads it. */
    static final Set<String> WRITERS = Set.of(Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER);

    private final Requests requests;
    private final Names names;
    private final Panels panels;
    private final Page page;
    private final Clock clock;

    RequestPages(@RestClient Requests requests, Names names, Panels panels, Page page, Clock clock) {
        this.requests = requests;
        this.names = names;
        this.panels = panels;
        this.page = page;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance request(
                RequestView view,
                Inputs inputs,
                UUID key,
                LocalDate today,
                RequestForms.Step[] steps,
                RequestForms.Sample[] samples,
                RequestForms.Channel[] channels,
                List<Row> askRows);
    }

    /** Returns the page with what was typed in its forms. */
    TemplateInstance shown(UUID id, Inputs inputs) {
        return shown(view(id, inputs, null), inputs);
    }

    /**
     * Returns the page with what changed since its form was shown, and with what was typed.
     *
     * @param act that was asked for, by the name of its link: where it is not possible any more, its form is not there to show what was typed
     */
    TemplateInstance changed(UUID id, Inputs inputs, String act) {
        return shown(view(id, inputs, act), inputs);
    }

    private TemplateInstance shown(RequestView view, Inputs inputs) {
        return Templates.request(
                view,
                inputs,
                UUID.randomUUID(),
                LocalDate.now(clock),
                RequestForms.Step.values(),
                RequestForms.Sample.values(),
                RequestForms.Channel.values(),
                Row.of("asked", "Agreement", RequestForms.ASK_ROWS));
    }

    RequestView view(UUID id) {
        return view(id, Inputs.of(Map.of()), null);
    }

    /**
     * @param form which goes on with the version that it began with, unless the page tells what changed
     * @param refused the act that was refused since the request changed; null where none was
     */
    private RequestView view(UUID id, Inputs form, @Nullable String refused) {
        var answer = requests.getRequestForOffer(id);
        RequestForOffer request = answer.getEntity();
        boolean withLines = request.offers().size() <= MOST_WITH_LINES;
        List<Panel<Offer>> asked = withLines
                ? request.offers().stream()
                        .map(offer -> panels.ask(Orders.NAME, () -> requests.getOffer(id, offer.offerId())))
                        .toList()
                : List.of();
        List<Offer> offers = withLines ? asked.stream().map(Panel::value).toList() : request.offers();
        var contractors = Stream.concat(
                        offers.stream().map(Offer::contractorId),
                        request.contractorsAsked().stream().map(Asked::contractorId))
                .distinct()
                .toList();
        Map<UUID, String> called = names.contractors(contractors);
        Shown now = RequestShown.of(request, called);
        boolean isPossible = refused == null || request.links().containsKey(refused);
        return new RequestView(
                request,
                Seen.of(form, answer.getHeaderString("ETag"), now, refused != null),
                refused == null ? Meanwhile.NONE : Meanwhile.of(form, now).withUnsent(form, isPossible),
                names.agencies(List.of(request.agencyId())).getOrDefault(request.agencyId(), ""),
                offers,
                called,
                page.reader().holdsOneOf(WRITERS),
                !page.reader().roles().contains(Roles.CONTRACTOR));
    }
}
