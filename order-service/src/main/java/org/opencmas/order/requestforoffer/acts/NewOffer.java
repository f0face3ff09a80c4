package org.opencmas.order.requestforoffer.acts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.requestforoffer.Offer;
import org.opencmas.order.requestforoffer.Offer.Arrival;
import org.opencmas.order.requestforoffer.Offer.Price;
import org.opencmas.order.requestforoffer.Offer.Standing;
import org.opencmas.order.requestforoffer.Offer.VerbalQuote;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.orderbody.NewOrder.NewLine;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.orderbody.OrderSender;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/** What a contractor answered, as the agency records it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewOffer")
record NewOffer(
        @Schema(format = "uuid") @Nullable String offerId,
        @Schema(required = true, format = "uuid") @Nullable String contractorId,

        @Schema(required = true, format = "date-time") @Nullable
        String receivedAt,

        @Schema(enumeration = {"INCOMPLETE", "DECLINED"}) @Nullable
        String notResponsive,

        @Schema(maxLength = 1000) @Nullable String reason,
        @Schema(maxLength = 200) @Nullable String quotedBy,
        @Schema(defaultValue = "0.00") @Nullable String tax,
        @Schema(defaultValue = "0.00") @Nullable String freight,
        @Schema(maxItems = NewOrder.MAX_LINES) @Nullable List<@Nullable NewLine> lines)
        implements CheckedBody {

    private static final String IN_FUTURE = "is in the future";

    /** Whether an offer is late, and so whether it needs a reason, its request decides. */
    @Override
    public void check(FieldReader fields, LocalDate today) {
        if (offerId != null) {
            fields.id("/offerId", offerId);
        }
        fields.id("/contractorId", contractorId);
        Moments.read(fields, "/receivedAt", receivedAt)
                .filter(moment -> ProgramCalendar.dateOf(moment).isAfter(today))
                .ifPresent(moment -> fields.fault("/receivedAt", IN_FUTURE));
        if (notResponsive != null) {
            standing(fields, false);
        }
        fields.optionalText("/reason", reason, 1000);
        fields.optionalText("/quotedBy", quotedBy, 200);
        if (lines != null && !lines.isEmpty()) {
            asOrder(UUID.randomUUID(), today).check(fields, today);
        }
    }

    /**
     * The offer, read as the order that may follow from it.
     *
     * @param ownId its id where the body gives none
     * @throws InvalidRequest (400) naming every fault: a moment to come, no reason for an offer that is not considered, no lines in one that is
     */
    Offer read(UUID ownId, RequestForOffer request, OrderSender sender, Instant now) {
        var fields = new FieldReader();
        UUID chosen = offerId == null ? ownId : fields.id("/offerId", offerId);
        UUID contractor = fields.id("/contractorId", contractorId);
        Optional<Instant> received = Moments.read(fields, "/receivedAt", receivedAt);
        if (received.filter(moment -> moment.isAfter(now)).isPresent()) {
            fields.fault("/receivedAt", IN_FUTURE);
        }
        if (fields.isSound("/contractorId") && fields.isSound("/receivedAt")) {
            request.askedOn(contractor)
                    .filter(asked -> received.map(ProgramCalendar::dateOf)
                            .filter(day -> day.isBefore(asked))
                            .isPresent())
                    .ifPresent(asked ->
                            fields.fault("/receivedAt", "is before " + asked + ", the day the contractor was asked"));
        }
        Standing standing = standing(fields, received.filter(request::isLate).isPresent());
        String why = fields.optionalText("/reason", reason, 1000);
        if (why == null && standing != Standing.RESPONSIVE) {
            fields.fault("/reason", "is missing: say why the offer, which is " + standing + ", is not considered");
        } else if (why != null && standing == Standing.RESPONSIVE) {
            fields.fault("/reason", "the offer came in time and whole, and is considered", "Leave it out.");
        }
        String speaker = fields.optionalText("/quotedBy", quotedBy, 200);
        boolean hasLines = lines != null && !lines.isEmpty();
        if (!hasLines && standing == Standing.RESPONSIVE) {
            fields.fault("/lines", "is missing or empty", "An offer without lines is INCOMPLETE or DECLINED.");
        }
        Price price = hasLines ? price(contractor, sender, fields) : null;
        fields.requireNoFaults();
        return new Offer(
                chosen,
                contractor,
                new Arrival(received.orElseThrow(), standing, why, sender.name()),
                price,
                speaker == null ? null : new VerbalQuote(speaker, sender.name()),
                hasLines ? lines : null);
    }

    private Standing standing(FieldReader fields, boolean isLate) {
        if (notResponsive != null) {
            Standing told = fields.choice("/notResponsive", notResponsive, Standing.INCOMPLETE);
            if (told == Standing.RESPONSIVE || told == Standing.LATE) {
                fields.fault(
                        "/notResponsive",
                        "is INCOMPLETE or DECLINED; whether an offer is late follows from its moment");
            }
            return told;
        }
        return isLate ? Standing.LATE : Standing.RESPONSIVE;
    }

    /** The lines are read by the one reader of orders, with the names of an order that is not there yet. */
    private Price price(UUID contractor, OrderSender sender, FieldReader fields) {
        OrderBody read = OrderBody.read(asOrder(contractor, sender.today()), sender, null, fields);
        return new Price(Usd.sum(read.lines().stream().map(OrderLine::amount).toList()), read.tax(), read.freight());
    }

    private NewOrder asOrder(UUID contractor, LocalDate today) {
        return new NewOrder(
                null,
                "offer",
                today.toString(),
                contractor.toString(),
                null,
                null,
                null,
                tax,
                freight,
                null,
                lines,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
