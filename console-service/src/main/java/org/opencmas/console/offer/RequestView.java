package org.opencmas.console.offer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Requests.BestValue;
import org.opencmas.console.client.Requests.Compared;
import org.opencmas.console.client.Requests.Offer;
import org.opencmas.console.client.Requests.OfferLine;
import org.opencmas.console.client.Requests.RequestForOffer;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;

/**
 * A request for offer as its page shows it.
 *
 * @param seen the version that its forms are about
 * @param meanwhile what changed in it, where a form was refused for that
 * @param offers in the order in which they were recorded, with their lines where those could be had
 * @param names of contractors, by id
 * @param mayAct whether the reader is of the agency, and does not only read
 * @param seesComplaints whether the log of complaints is open to the reader
 */
record RequestView(
        RequestForOffer request,
        Seen seen,
        Meanwhile meanwhile,
        String agency,
        List<Offer> offers,
        Map<UUID, String> names,
        boolean mayAct,
        boolean seesComplaints) {
    /** One line of every offer beside each other; a cell is null where an offer has no such line. */
    record LineRow(String lineId, String description, List<@Nullable OfferLine> cells) {}

    /** Tells whether an act is possible now, by the name of its link. */
    public boolean may(String act) {
        return mayAct && request.links().containsKey(act);
    }

    public String name(UUID contractor) {
        return names.getOrDefault(contractor, contractor.toString());
    }

    public List<Offer> responsive() {
        return offers.stream()
                .filter(offer -> offer.standing().equals("RESPONSIVE"))
                .toList();
    }

    /** Lines with the same id are one row, since offers to one request number their lines as the request does. */
    public List<LineRow> lines() {
        Set<String> ids = new LinkedHashSet<>();
        offers.forEach(offer -> linesOf(offer).forEach(line -> ids.add(Objects.toString(line.lineId(), ""))));
        List<LineRow> rows = new ArrayList<>();
        for (String id : ids) {
            List<@Nullable OfferLine> cells = new ArrayList<>();
            String description = "";
            for (Offer offer : offers) {
                OfferLine line = linesOf(offer).stream()
                        .filter(each -> Objects.toString(each.lineId(), "").equals(id))
                        .findFirst()
                        .orElse(null);
                cells.add(line);
                if (line != null && description.isEmpty()) {
                    description = Objects.toString(line.description(), "");
                }
            }
            rows.add(new LineRow(id, description, cells));
        }
        return rows;
    }

    private static List<OfferLine> linesOf(Offer offer) {
        List<OfferLine> lines = offer.lines();
        return lines == null ? List.of() : lines;
    }

    /** Returns the form's field for what a comparison found of an offer. */
    public String assessmentField(UUID offerId) {
        return "assessment." + offerId;
    }

    /** Returns what the last comparison found of an offer; empty before one. */
    public String assessment(UUID offerId) {
        BestValue bestValue = request.bestValue();
        if (bestValue == null) {
            return "";
        }
        return bestValue.steps().stream()
                .map(step -> step.comparedOffers())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(compared -> compared.offerId().equals(offerId))
                .map(Compared::assessment)
                .reduce("", (earlier, later) -> later);
    }

    public boolean isBest(UUID offerId) {
        BestValue bestValue = request.bestValue();
        return bestValue != null
                && bestValue.determination() != null
                && bestValue.determination().offerId().equals(offerId);
    }
}
