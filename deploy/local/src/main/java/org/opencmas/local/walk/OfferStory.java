package org.opencmas.local.walk;

import static org.opencmas.local.client.Service.ORDER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.opencmas.local.client.Answer;
import org.opencmas.local.client.Call;
import org.opencmas.local.client.SuiteClient;

/** The story of one order of services, from its request for offer to the contractor's acceptance. */
final class OfferStory {
    private static final String BUYER = "erp-burlingame";
    private static final String SELLER = "contractor-civicactions";
    private static final String SELLER_ID = "0190a000-0000-7000-8000-00000000c014";
    private static final String OTHER_ID = "0190a000-0000-7000-8000-00000000c012";
    private static final String REQUESTS = "/v1/requests-for-offer";
    private static final int WAIT_SECONDS = 20;

    private final SuiteClient client;
    private final Narrator narrator;
    private final LocalDate today;
    private final String run;
    private final Instant moment;
    private final String number;

    /** @param number an agreement of {@link #SELLER} that prices the hours that are asked for */
    OfferStory(SuiteClient client, Narrator narrator, LocalDate today, String run, Instant moment, String number) {
        this.client = client;
        this.narrator = narrator;
        this.today = today;
        this.run = run;
        this.moment = moment;
        this.number = number;
    }

    void tell() {
        String path = REQUESTS + "/" + draft();
        send(path);
        String offerId = recordOffers(path);
        determine(path, offerId);
        order(path);
    }

    private String draft() {
        narrator.step("A request for offer is drafted; a word of bidding is pointed out");
        ObjectNode body = SuiteClient.object()
                .put("reference", "WALK-RFO-" + run)
                .put("title", "Accessibility audit of permit forms")
                .put("needs", "Eight hours of an auditor. Send your bid.")
                .put("statementOfWork", "Audit the permit forms and write down what to mend.")
                .put("services", true);
        Answer answer = narrator.show(
                client.post(ORDER, REQUESTS).as(BUYER).key(key("draft")).json(body), "/requestId", "/state");
        narrator.same("the answer", 201, answer.status());
        JsonNode bid = StreamSupport.stream(answer.body().path("advice").spliterator(), false)
                .filter(advice -> advice.path("rule").asText().equals("SOL-TERM-RFO"))
                .findFirst()
                .orElseThrow(() -> new StepFailed("no word of bidding was pointed out"));
        narrator.same(
                "the better word",
                "Write \"offer\" instead.",
                bid.path("remedy").asText());
        return answer.text("/requestId");
    }

    private void send(String path) {
        narrator.step("Two contractors are asked, with their certificates of the day");
        ObjectNode body = SuiteClient.object();
        var contractors = body.putArray("contractors");
        contractor(contractors.addObject(), SELLER_ID, "CivicActions, Inc.", number)
                .put("channel", "EMAIL");
        contractor(contractors.addObject(), OTHER_ID, "Vector Resources, Inc.", "3-20-70-2247G")
                .put("channel", "MAIL");
        body.put("noneCertifiedReason", "No certified business audits forms.");
        Answer answer = narrator.show(act(path, "sending").json(body), "/state");
        narrator.same("the state", "SENT", answer.text("/state"));
    }

    private ObjectNode contractor(ObjectNode contractor, String id, String name, String agreement) {
        contractor.put("contractorId", id).put("name", name).put("askedOn", today.toString());
        contractor.putArray("cmasNumbers").add(agreement);
        return contractor;
    }

    private String recordOffers(String path) {
        narrator.step("One offers, one declines; both answers are kept");
        ObjectNode offer = SuiteClient.object().put("contractorId", SELLER_ID).put("receivedAt", moment.toString());
        offer.putArray("lines")
                .addObject()
                .put("lineId", "10")
                .put("cmasNumber", number)
                .put("itemId", "WALK-AUDIT")
                .put("description", "Accessibility audit of permit forms")
                .put("unit", "Hour")
                .put("quantity", "8")
                .put("unitPrice", "119.00")
                .put("kind", "SERVICES");
        Answer recorded = narrator.show(
                client.post(ORDER, path + "/offers").as(BUYER).key(key("offer")).json(offer),
                "/standing",
                "/price/amount");
        narrator.same("how the offer stands", "RESPONSIVE", recorded.text("/standing"));
        ObjectNode declined = SuiteClient.object()
                .put("contractorId", OTHER_ID)
                .put("receivedAt", moment.toString())
                .put("notResponsive", "DECLINED")
                .put("reason", "No auditor is free this month");
        Answer kept = narrator.show(
                client.post(ORDER, path + "/offers")
                        .as(BUYER)
                        .key(key("declined"))
                        .json(declined),
                "/standing");
        narrator.same("how the other stands", "DECLINED", kept.text("/standing"));
        return recorded.text("/offerId");
    }

    private void determine(String path, String offerId) {
        narrator.step("Four steps, then a person determines best value");
        narrator.same("closed", 200, act(path, "closing").send().status());
        for (String step : List.of("REQUIREMENTS", "CMAS_COPY", "REVIEW")) {
            narrator.same(
                    step, 200, act(path, "steps", step).json(step(step)).send().status());
        }
        ObjectNode comparison = step("COMPARISON").put("evidence", "Ceiling of 125.00 in the price list");
        comparison
                .putArray("comparedOffers")
                .addObject()
                .put("offerId", offerId)
                .put("assessment", "Below the ceiling");
        narrator.same(
                "COMPARISON",
                200,
                act(path, "steps", "COMPARISON").json(comparison).send().status());
        ObjectNode determination = SuiteClient.object()
                .put("offerId", offerId)
                .put("reason", "The one offer, below the ceiling; the resume fits")
                .put("determinedBy", "B. Buyer");
        determination.putArray("criteria").addObject().put("sample", "PRICE");
        determination.putObject("resumeReview").put("reviewedOn", today.toString());
        Answer answer = narrator.show(
                act(path, "determination").json(determination),
                "/bestValue/missingSteps",
                "/bestValue/determination/reason");
        narrator.same("the answer", 200, answer.status());
    }

    private ObjectNode step(String step) {
        return SuiteClient.object()
                .put("step", step)
                .put("doneOn", today.toString())
                .put("doneBy", "B. Buyer");
    }

    private void order(String path) {
        narrator.step("The draft order comes of it with one call, is sent, issued and accepted");
        Answer drafted = narrator.show(
                act(path, "determination/order")
                        .json(SuiteClient.object().put("agencyOrderNumber", "WALK-" + run + "-3")),
                "/orderId",
                "/state",
                "/subtotalExcludingTax");
        narrator.same("the state", "DRAFT", drafted.text("/state"));
        narrator.same("the subtotal", "952.00", drafted.text("/subtotalExcludingTax"));
        String order = "/v1/orders/" + drafted.text("/orderId");
        Answer sent = narrator.show(
                client.post(ORDER, order + "/submission")
                        .as(BUYER)
                        .key(key("submit"))
                        .ifMatch(etag(order, BUYER))
                        .waitSeconds(WAIT_SECONDS),
                "/state");
        narrator.holds("it is sent", sent.isSuccess());
        narrator.showOnce(
                "it is issued",
                () -> client.get(ORDER, order).as(BUYER),
                answer -> answer.text("/state").equals("ISSUED"),
                "/state");
        Answer accepted = narrator.show(
                client.post(ORDER, order + "/acceptance")
                        .as(SELLER)
                        .key(key("accept"))
                        .ifMatch(etag(order, SELLER))
                        .json(SuiteClient.object()),
                "/state");
        narrator.same("the state", "ACCEPTED", accepted.text("/state"));
    }

    /** An act on the request as it stands now. */
    private Call act(String path, String act) {
        return act(path, act, act);
    }

    private Call act(String path, String act, String key) {
        return client.post(ORDER, path + "/" + act).as(BUYER).key(key(key)).ifMatch(etag(path, BUYER));
    }

    private String etag(String path, String who) {
        return client.get(ORDER, path).as(who).send().etag();
    }

    private String key(String what) {
        return "walk-" + run + "-rfo-" + what;
    }
}
