package org.opencmas.console.offer;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Requests.Asked;
import org.opencmas.console.client.Requests.BestValue;
import org.opencmas.console.client.Requests.Determination;
import org.opencmas.console.client.Requests.Offer;
import org.opencmas.console.client.Requests.OfferPrice;
import org.opencmas.console.client.Requests.RequestForOffer;
import org.opencmas.console.client.Requests.Step;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;

/** What the pages of a request for offer show of it: its text, whom it went to, what came, and how far the determination is. */
final class RequestShown {
    private RequestShown() {}

    /** @param names of contractors, by id */
    static Shown of(RequestForOffer request, Map<UUID, String> names) {
        Shown shown = new Shown()
                .say("State", Forms.words(request.state()))
                .say("Your reference", request.reference())
                .say("What it is about", request.title())
                .say("Needs and requirements", request.needs())
                .say("Statement of work", request.statementOfWork())
                .say(
                        "Asks for",
                        (request.services() ? "Services" : "Goods")
                                + (request.simpleProduct() ? ", a simple purchase" : ""))
                .say(
                        "Offers are in time through",
                        request.offersDueAt() == null ? "" : Forms.moment(request.offersDueAt()))
                .say("Acceptance testing", request.clauses().acceptanceTesting())
                .say("Liquidated damages", request.clauses().liquidatedDamages())
                .say("Why nobody certified is asked", request.noneCertifiedReason());
        request.contractorsAsked().forEach(asked -> shown.say("Asked", asked(asked)));
        request.offers().forEach(offer -> shown.say("Offer", offer(offer, names)));
        BestValue found = request.bestValue();
        if (found != null) {
            found.steps().forEach(step -> shown.say("Step", step(step)));
            shown.say("Determination", determination(found.determination()));
            shown.say("The order", found.orderId() == null ? "" : "Drafted");
        }
        return shown;
    }

    private static String asked(Asked asked) {
        return asked.name() + ", " + Forms.lower(Forms.words(asked.channel())) + ", " + Forms.day(asked.askedOn())
                + ", under " + String.join(", ", asked.cmasNumbers());
    }

    private static String offer(Offer offer, Map<UUID, String> names) {
        OfferPrice price = offer.price();
        return names.getOrDefault(offer.contractorId(), offer.contractorId().toString()) + ", "
                + Forms.lower(Forms.words(offer.standing()))
                + (price == null ? "" : ", $" + Forms.money(price.whole())) + ", received "
                + Forms.moment(offer.receivedAt());
    }

    private static String step(Step step) {
        return Forms.words(step.step()) + ", " + Forms.day(step.doneOn()) + ", by " + step.doneBy();
    }

    private static String determination(@Nullable Determination found) {
        return found == null
                ? ""
                : found.determinedBy() + ", " + Forms.day(found.determinedOn()) + ", by "
                        + found.criteria().stream()
                                .map(each -> each.sample() == null
                                        ? String.valueOf(each.own())
                                        : Forms.lower(Forms.words(each.sample())))
                                .collect(Collectors.joining(", "))
                        + ": " + found.reason();
    }
}
