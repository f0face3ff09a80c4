package org.opencmas.order.requestforoffer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.OwnSettings;
import org.opencmas.terms.words.BidWord;
import org.opencmas.terms.words.OwnWords;
import org.opencmas.terms.words.SeenText;

/**
 * What the agency is told of its request while it works on it. Advice refuses nothing: the agency decides, and the rule book judges the
 * order that follows.
 *
 * @param rule the requirement it is about
 * @param source where that stands
 * @param place where in the request; null for all of it
 * @param remedy what would mend it; null where nothing needs mending
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RequestAdvice")
public record RequestAdvice(
        String rule,
        Kind kind,
        String message,
        String source,
        @Nullable Place place,
        @Nullable String remedy) {
    /** The State's number of contractors to ask, one of them certified if one is available (SOL-MIN3-STATE, Guide s2 p7). */
    private static final int ASKED_BY_STATE = 3;

    private static final int MOST_PLACES = 50;
    private static final String SECTION_2 = "Guide Section 2, page 7, Request for Offer";

    @Schema(name = "RequestAdviceKind")
    public enum Kind {
        /** Good to know. */
        INFORMATION,
        /** To be thought about while the request is written. */
        CONSIDER,
        /** Something is missing or should be otherwise. */
        WARNING
    }

    /**
     * A place in a text of the request.
     *
     * @param pointer JSON pointer to the text
     * @param line from 1
     * @param column from 1
     */
    @Schema(name = "RequestTextPlace")
    public record Place(String pointer, int line, int column) {}

    /** All that is told of the request on that day. */
    public static List<RequestAdvice> of(RequestForOffer request, OwnRules rules, LocalDate today) {
        List<RequestAdvice> advice = new ArrayList<>();
        if (request.state() == RequestState.DRAFT) {
            addInformation(advice, request, rules);
        }
        if (request.state() != RequestState.CANCELLED) {
            addOfText(advice, request.content());
            addOfAgency(advice, request.content(), rules, today);
        }
        if (request.state() == RequestState.SENT || request.state() == RequestState.CLOSED) {
            addOfAsked(advice, request.solicited(), rules);
        }
        if (request.state() == RequestState.CLOSED) {
            addOfBestValue(advice, request);
        }
        return List.copyOf(advice);
    }

    private static void addInformation(List<RequestAdvice> advice, RequestForOffer request, OwnRules rules) {
        if (!rules.isState()) {
            advice.add(information(
                    "GEN-OPTIONAL", "A local agency may use the program and need not.", "Guide Section 2, page 7"));
        }
        advice.add(information(
                "GEN-AGENCY-RESPONSIBLE",
                "The ordering agency answers for its decision to buy and for how it turns out. That checks passed is no approval by"
                        + " anybody.",
                "Guide Section 1, page 5, Agency Responsibilities"));
        advice.add(information(
                "LSE-MARKETPLACE",
                "An order may qualify for financing or leasing through the State Financial Marketplace: GS $Mart, Lease $Mart.",
                "Guide Section 8, page 17"));
        consider(advice, "liquidated damages for late delivery", "Section 4, page 11");
        consider(advice, "acceptance tests and their criteria", "Section 4, page 11");
        consider(advice, "progress payments and what is withheld of them", "Section 4, pages 12 and 13");
        consider(advice, "travel and what of it is paid", "Section 4, page 13");
        if (request.content().services()) {
            consider(
                    advice, "which kind of services they are: personal, consulting or technical", "Section 9, page 18");
            consider(advice, "resumes to be offered and reviewed", "Section 5, page 14, and Section 9");
        }
    }

    private static RequestAdvice information(String rule, String message, String source) {
        return new RequestAdvice(rule, Kind.INFORMATION, message, source, null, null);
    }

    private static void consider(List<RequestAdvice> advice, String what, String where) {
        advice.add(new RequestAdvice(
                "SOL-SECTIONS-4-9",
                Kind.CONSIDER,
                "Does the request need words on " + what + "?",
                "Guide " + where,
                null,
                null));
    }

    private static void warn(List<RequestAdvice> advice, String rule, String message, String source, String remedy) {
        advice.add(new RequestAdvice(rule, Kind.WARNING, message, source, null, remedy));
    }

    private static void addOfText(List<RequestAdvice> advice, RequestContent content) {
        addBidWords(advice, "/title", content.title());
        addBidWords(advice, "/needs", content.needs());
        addBidWords(advice, "/statementOfWork", content.statementOfWork());
        addBidWords(advice, "/clauses/liquidatedDamages", content.clauses().liquidatedDamages());
        addBidWords(advice, "/clauses/acceptanceTesting", content.clauses().acceptanceTesting());
        if (content.services() && content.statementOfWork() == null) {
            warn(
                    advice,
                    "SOL-RFO-NEEDED",
                    "A services project has a statement of work.",
                    SECTION_2,
                    "Write it in statementOfWork.");
        }
    }

    private static void addBidWords(List<RequestAdvice> advice, String pointer, @Nullable String text) {
        if (text == null) {
            return;
        }
        String own = OwnWords.of(text);
        SeenText seen = SeenText.of(own);
        for (BidWord word : BidWord.values()) {
            word.placesIn(seen).stream()
                    .limit(MOST_PLACES)
                    .forEach(at -> advice.add(new RequestAdvice(
                            "SOL-TERM-RFO",
                            Kind.WARNING,
                            "\"" + word.word() + "\" is a word of bidding, and a CMAS transaction is not a bid.",
                            SECTION_2,
                            new Place(pointer, OwnWords.line(own, at), OwnWords.column(own, at)),
                            word.instead()
                                    .map(better -> "Write \"" + better + "\" instead.")
                                    .orElse("Leave it out: it does not apply to a CMAS transaction."))));
        }
    }

    private static void addOfAgency(
            List<RequestAdvice> advice, RequestContent content, OwnRules rules, LocalDate today) {
        OwnSettings own = rules.settings();
        if (!rules.isState()
                && (own.ownPolicyAttestation() == null
                        || !own.ownPolicyAttestation().holdsOn(today))) {
            warn(
                    advice,
                    "GEN-LOCAL-OWN-POLICY",
                    "Nobody of your agency attests today that the program agrees with its own procurement policy.",
                    "Guide Section 1, page 5, Legislation",
                    "Attest it in the agency's policy, with a review date.");
        }
        boolean hasClauses = content.clauses().liquidatedDamages() != null
                || content.clauses().acceptanceTesting() != null;
        boolean forServices =
                content.services() && Boolean.TRUE.equals(own.legalCounsel().legalCounselForServices());
        boolean forClauses =
                hasClauses && Boolean.TRUE.equals(own.legalCounsel().legalCounselForClauses());
        if (forServices || forClauses) {
            warn(
                    advice,
                    "GEN-LEGAL-COUNSEL",
                    "Your agency asks its lawyers about " + (forServices ? "services" : "clauses of its own") + ".",
                    "Guide Section 2, page 8, Legal Counsel",
                    "Consult them, or note why it is not needed, and attest it on the order.");
        }
    }

    private static void addOfAsked(List<RequestAdvice> advice, RequestForOffer.Solicited solicited, OwnRules rules) {
        int asked = solicited.asked().size();
        if (rules.isState()) {
            if (asked < ASKED_BY_STATE) {
                warn(
                        advice,
                        "SOL-MIN3-STATE",
                        "A State agency seeks offers of at least 3 contractors; " + asked + " asked.",
                        SECTION_2,
                        "Ask others, or document why not.");
            }
            if (solicited.noneCertifiedReason() == null
                    && solicited.asked().stream().noneMatch(ContractorAsked::wasCertified)) {
                warn(
                        advice,
                        "SOL-MIN3-STATE",
                        "None of those asked is a certified small business or disabled veteran business.",
                        SECTION_2,
                        "Ask one, or say in noneCertifiedReason why none is available.");
            }
            return;
        }
        Integer own = rules.minOffers();
        if (own != null && asked < own) {
            warn(
                    advice,
                    "SOL-MIN-LOCAL",
                    "Your agency's own number of contractors to ask is " + own + "; " + asked + " asked.",
                    SECTION_2,
                    "Ask others.");
        }
    }

    private static void addOfBestValue(List<RequestAdvice> advice, RequestForOffer request) {
        List<String> missing = BestValueChecks.missingSteps(request);
        if (!missing.isEmpty()) {
            warn(
                    advice,
                    "BV-MIN-STEPS",
                    "Of the least steps of the determination these are missing: " + String.join("; ", missing) + ".",
                    "Guide Section 5, page 14, Determining Best Value",
                    "Record them with day, person and evidence.");
        }
    }
}
