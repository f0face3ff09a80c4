package org.opencmas.console.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.console.client.PricedAgreements.Holder;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.Requests;
import org.opencmas.console.client.Requests.Compared;
import org.opencmas.console.client.Requests.Criterion;
import org.opencmas.console.client.Requests.NewAsked;
import org.opencmas.console.frame.field.Inputs;

/** The forms of a request for offer: what is wrong stands in their fields, and is empty in what is returned. */
final class RequestForms {
    /** How many agreements one sending takes in the form; more are asked with a second one. */
    static final int ASK_ROWS = 5;

    private static final int REASON_LONGEST = 1_000;
    private static final int DETERMINATION_LONGEST = 4_000;

    /** What the page calls the fields whose own names do not tell. */
    private static final Map<String, String> NAMES = Map.of(
            "noneCertifiedReason", "Why nobody certified is asked",
            "earlyReason", "Why before offers are due",
            "evidence", "Where the proof is kept",
            "offerId", "Best value",
            "ownCriterion", "A criterion of your own",
            "resumesReviewedOn", "Day on which resumes were reviewed",
            "stepsOverrideReason", "Why without all steps",
            "agencyOrderNumber", "Your order number",
            "cancelReason", "Reason");

    private RequestForms() {}

    /** Returns what was typed, with the fields called as the page calls them. */
    static Inputs fields(Map<String, List<String>> form) {
        var inputs = Inputs.of(form);
        NAMES.forEach(inputs::name);
        return inputs;
    }

    /** The four least steps of a best value determination (Guide, section 5). */
    enum Step {
        REQUIREMENTS,
        CMAS_COPY,
        REVIEW,
        COMPARISON
    }

    /** The Guide's samples of criteria. */
    enum Sample {
        PRICE,
        OPERATIONAL_COST,
        QUALITY,
        DELIVERY,
        WARRANTY,
        FINANCIAL_STABILITY,
        SOLUTION,
        EXPERIENCE,
        PAST_PERFORMANCE,
        SIMILAR_EXPERTISE,
        METHODS,
        INNOVATION
    }

    /** How a request went out. */
    enum Channel {
        EMAIL,
        MAIL,
        FAX,
        OTHER_ELECTRONIC,
        VERBAL
    }

    /** What the registry tells of an agreement's holder. */
    interface Holders {
        /** @return empty when the number is none, which is then said in the field */
        Optional<Holder> holder(Inputs inputs, String field, String number);

        Registry.Contractor contractor(UUID contractorId);
    }

    /** Whom to ask: one row per agreement, each contractor once with all its agreements, and its certificates as they are known today. */
    static Requests.NewSending sending(Inputs inputs, Holders holders, LocalDate today) {
        Map<UUID, NewAsked> asked = new LinkedHashMap<>();
        for (int row = 0; row < ASK_ROWS; row++) {
            String at = "asked." + row + ".";
            inputs.name(at + "cmasNumber", "CMAS number " + (row + 1));
            inputs.name(at + "recipient", "Address or person " + (row + 1));
            inputs.name(at + "channel", "Channel " + (row + 1));
            String number = inputs.text(at + "cmasNumber");
            if (number.isEmpty()) {
                if (!inputs.text(at + "recipient").isEmpty()) {
                    inputs.wrong(at + "cmasNumber", "must say under which agreement this one is asked.");
                }
                continue;
            }
            Channel channel = inputs.choice(at + "channel", Channel.class).orElse(Channel.EMAIL);
            String recipient = inputs.text(at + "recipient", 400);
            holders.holder(inputs, at + "cmasNumber", number)
                    .ifPresent(holder -> asked.merge(
                            holder.contractorId(),
                            asked(holder, holders.contractor(holder.contractorId()), channel, recipient, today),
                            RequestForms::withAgreementsOf));
        }
        if (asked.isEmpty()) {
            inputs.wrong("asked.0.cmasNumber", "must name at least one agreement to ask under.");
        }
        return new Requests.NewSending(
                List.copyOf(asked.values()),
                Inputs.unlessEmpty(inputs.paragraphs("noneCertifiedReason", REASON_LONGEST)));
    }

    private static NewAsked asked(
            Holder holder, Registry.Contractor contractor, Channel channel, String recipient, LocalDate today) {
        List<String> valid = contractor.certificates().stream()
                .filter(certificate ->
                        !today.isBefore(certificate.validFrom()) && !today.isAfter(certificate.validThrough()))
                .map(Registry.Certificate::type)
                .distinct()
                .toList();
        return new NewAsked(
                holder.contractorId(),
                holder.contractorName(),
                List.of(holder.cmasNumber()),
                valid,
                today,
                channel.name(),
                today,
                Inputs.unlessEmpty(recipient));
    }

    private static NewAsked withAgreementsOf(NewAsked first, NewAsked second) {
        List<String> numbers = new ArrayList<>(first.cmasNumbers());
        second.cmasNumbers().stream()
                .filter(number -> !numbers.contains(number))
                .forEach(numbers::add);
        return new NewAsked(
                first.contractorId(),
                first.name(),
                numbers,
                first.certifications(),
                first.certificationCheckedOn(),
                first.channel(),
                first.askedOn(),
                first.recipient());
    }

    /** A step of the determination; a comparison says something of every responsive offer. */
    static Optional<Requests.NewStep> step(Inputs inputs, RequestView view) {
        Optional<Step> step = inputs.choice("step", Step.class);
        if (step.isEmpty()) {
            inputs.wrong("step", "must be chosen.");
        }
        Optional<LocalDate> doneOn = day(inputs, "doneOn", "must be the day on which it was done.");
        String evidence = inputs.paragraphs("evidence", REASON_LONGEST);
        List<Compared> compared = new ArrayList<>();
        if (step.filter(Step.COMPARISON::equals).isPresent()) {
            for (Requests.Offer offer : view.responsive()) {
                String field = view.assessmentField(offer.offerId());
                inputs.name(field, "What was found of the offer of " + view.name(offer.contractorId()));
                String found = inputs.paragraphs(field, REASON_LONGEST);
                if (found.isEmpty()) {
                    inputs.wrong(field, "must be said, since every responsive offer is compared.");
                }
                compared.add(new Compared(offer.offerId(), found));
            }
        }
        return step.isEmpty() || doneOn.isEmpty() || !inputs.isFine()
                ? Optional.empty()
                : Optional.of(new Requests.NewStep(
                        step.get().name(),
                        doneOn.get(),
                        Inputs.unlessEmpty(evidence),
                        compared.isEmpty() ? null : compared));
    }

    /** Which offer is best value, by which criteria and why. */
    static Optional<Requests.NewDetermination> determination(Inputs inputs) {
        Optional<UUID> offer = Optional.empty();
        try {
            offer = Optional.of(UUID.fromString(inputs.text("offerId")));
        } catch (IllegalArgumentException none) {
            inputs.wrong("offerId", "must be one of those offered.");
        }
        List<Criterion> criteria = new ArrayList<>();
        for (String sample : inputs.texts("sample", Sample.values().length)) {
            criteria.add(new Criterion(sample, null));
        }
        String own = inputs.text("ownCriterion", 400);
        if (!own.isEmpty()) {
            criteria.add(new Criterion(null, own));
        }
        if (criteria.isEmpty()) {
            inputs.wrong("PRICE", "or another criterion must be chosen; the price alone may be it.");
        }
        String reason = inputs.paragraphs("determinationReason", DETERMINATION_LONGEST);
        inputs.name("determinationReason", "Reason");
        if (reason.isEmpty()) {
            inputs.wrong("determinationReason", "must say why this offer is best value.");
        }
        Optional<LocalDate> on = day(inputs, "determinedOn", "must be the day of the determination.");
        Optional<LocalDate> resumes = inputs.day("resumesReviewedOn");
        String override = inputs.paragraphs("stepsOverrideReason", REASON_LONGEST);
        return offer.isEmpty() || on.isEmpty() || !inputs.isFine()
                ? Optional.empty()
                : Optional.of(new Requests.NewDetermination(
                        offer.get(),
                        criteria,
                        reason,
                        on.get(),
                        resumes.map(Requests.NewResumeReview::new).orElse(null),
                        Inputs.unlessEmpty(override)));
    }

    static Optional<Requests.NewDeterminedOrder> order(Inputs inputs, RequestView view) {
        String number = inputs.text("agencyOrderNumber", 40);
        if (number.isEmpty()) {
            inputs.wrong("agencyOrderNumber", "must be the number that your agency gives the order.");
        }
        Optional<LocalDate> date = day(inputs, "orderDate", "must be the date on the order.");
        var clauses = view.request().clauses();
        boolean hasClauses = clauses.acceptanceTesting() != null || clauses.liquidatedDamages() != null;
        return inputs.isFine()
                ? Optional.of(new Requests.NewDeterminedOrder(
                        number,
                        date.orElse(null),
                        inputs.value("paymentMethod").equals("CAL_CARD") ? "CAL_CARD" : "INVOICE",
                        hasClauses ? inputs.value("clausesInOrder").equals("true") : null))
                : Optional.empty();
    }

    /** Returns what the page's forms call otherwise than the service: two of them have a reason. */
    static Map<String, String> called(Inputs inputs) {
        return Map.of(
                "/reason",
                inputs.has("cancelReason") ? "cancelReason" : "determinationReason",
                "/criteria",
                "PRICE",
                "/resumeReview/reviewedOn",
                "resumesReviewedOn");
    }

    private static Optional<LocalDate> day(Inputs inputs, String field, String missing) {
        Optional<LocalDate> day = inputs.day(field);
        if (day.isEmpty()) {
            inputs.wrong(field, missing);
        }
        return day;
    }
}
