package org.opencmas.local.walk;

import static org.opencmas.local.client.Service.REGISTRY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.opencmas.local.client.Answer;
import org.opencmas.local.client.Call;
import org.opencmas.local.client.SuiteClient;

/**
 * What the register keeps beside terms and prices: the documents of a copy, another leveraged procurement agreement, and a contractor that
 * changes its name. Contractor, numbers and names are made up for each run.
 */
final class RegisterStory {
    private static final String ANALYST = "dgs-analyst";
    private static final String APPROVER = "dgs-approver";
    private static final String BUYER = "erp-burlingame";

    private final SuiteClient client;
    private final Narrator narrator;
    private final LocalDate today;
    private final String run;
    private final String number;

    RegisterStory(SuiteClient client, Narrator narrator, LocalDate today, String run, long moment) {
        this.client = client;
        this.narrator = narrator;
        this.today = today;
        this.run = run;
        long serial = moment % 260_000;
        this.number = "4-%02d-%02d-%04d%c"
                .formatted(today.getYear() % 100, today.getMonthValue(), serial % 10_000, (char)
                        ('A' + Math.toIntExact(serial / 10_000)));
    }

    void tell() {
        ObjectNode agreement = SuiteClient.object();
        String contractor = register(agreement);
        new PriceListStory(client, narrator, run, number).tell();
        supplement(agreement);
        documents();
        otherAgreement();
        nameChange(contractor);
    }

    private String register(ObjectNode body) {
        narrator.step(
                "An analyst drafts the agreement " + number + " of a made-up contractor, and an approver activates it");
        Answer contractor = narrator.show(
                post("/v1/contractors", "contractor").json(SuiteClient.object().put("legalName", "Walk Turf " + run)),
                "/contractorId");
        String id = contractor.text("/contractorId");
        body.put("cmasNumber", number)
                .put("contractorId", id)
                .put("termStart", today.minusMonths(1).toString())
                .put("termEnd", today.plusYears(2).toString())
                .put("forUseBy", "STATE_AND_LOCAL")
                .put("nspProvision", true);
        body.putObject("baseContract")
                .put("number", "MADE-UP-" + run)
                .put("type", "GSA")
                .put("holder", "Walk Turf " + run);
        Answer draft = narrator.show(post("/v1/agreement-drafts", "draft").json(body), "/draftId", "/state");
        narrator.same(
                "the agreement, for everybody else",
                404,
                narrator.show(client.get(REGISTRY, at(""))).status());
        activate(draft, "activation");
        return id;
    }

    private void activate(Answer draft, String key) {
        Answer active = narrator.show(
                client.post(REGISTRY, "/v1/agreement-drafts/" + draft.text("/draftId") + "/activation")
                        .as(APPROVER)
                        .key(key(key))
                        .ifMatch(draft.etag()),
                "/state",
                "/supplementNumber");
        narrator.same("the draft", "ACTIVATED", active.text("/state"));
    }

    private void supplement(ObjectNode agreement) {
        narrator.step("A supplement extends it by a year: drafted, looked at with what it changes, activated");
        ObjectNode body = agreement.deepCopy();
        body.remove("cmasNumber");
        body.remove("contractorId");
        body.put("effectiveOn", today.plusMonths(1).toString())
                .put("changeNote", "Extended by a year")
                .put("termEnd", today.plusYears(3).toString());
        String seen = client.get(REGISTRY, at("")).send().etag();
        Answer draft = narrator.show(
                post(at("/supplement-drafts"), "extension").ifMatch(seen).json(body), "/draftId", "/basedOn");
        Answer preview = narrator.show(
                client.get(REGISTRY, "/v1/agreement-drafts/" + draft.text("/draftId") + "/preview")
                        .as(APPROVER),
                "/differences/0/field",
                "/differences/0/to");
        narrator.same("what it changes", "termEnd", preview.text("/differences/0/field"));
        activate(draft, "extension-activation");
        narrator.same(
                "the term's end on its first day",
                today.plusYears(3).toString(),
                narrator.show(client.get(REGISTRY, at("")).query("asOf", today.plusMonths(1)), "/termEnd")
                        .text("/termEnd"));
    }

    private void documents() {
        narrator.step("Its cover pages are held, its price list is referenced, and the copy says what is missing");
        Answer held = narrator.show(
                client.post(REGISTRY, at("/documents"))
                        .as(ANALYST)
                        .key(key("cover"))
                        .query("part", "COVER_PAGES")
                        .query("title", "Cover pages")
                        .csv("Cover pages of " + number + ", made up for the walk."),
                "/sha256",
                "/mediaType");
        narrator.same("the answer", 201, held.status());
        narrator.show(
                post(at("/documents/references"), "list")
                        .json(SuiteClient.object()
                                .put("part", "LISTING_AND_PRICES")
                                .put("title", "Index of the base contract's price list")
                                .put("link", "https://www.gsaelibrary.gsa.gov")
                                .put("retrievedOn", today.toString())),
                "/link");
        Answer list = narrator.show(
                client.get(REGISTRY, at("/documents")), "/completeness/complete", "/completeness/parts/1/warning");
        narrator.same("the cover pages", "HELD", list.text("/completeness/parts/0/presence"));
        narrator.same("terms and conditions", "MISSING", list.text("/completeness/parts/1/presence"));
        narrator.same("the price list", "REFERENCED", list.text("/completeness/parts/3/presence"));

        narrator.step("A buyer gets the copy, and which version it got is recorded");
        Answer copy = narrator.show(
                client.post(REGISTRY, at("/copies")).as(BUYER).key(key("copy")),
                "/supplementNumber",
                "/manifestSha256");
        narrator.same("its hash is the copy's", list.text("/manifestSha256"), copy.text("/manifestSha256"));
    }

    private void otherAgreement() {
        narrator.step("Another leveraged procurement agreement is mandatory for State departments on its days");
        ObjectNode body = SuiteClient.object().put("number", "WALK-IT-" + run);
        ObjectNode terms = body.putObject("terms")
                .put("type", "STATEWIDE_CONTRACT")
                .put("kind", "IT")
                .put("title", "Network equipment of the walk " + run)
                .put("scope", "Switches and routers")
                .put("termStart", today.minusMonths(1).toString())
                .put("termEnd", today.plusYears(1).toString());
        terms.putArray("awardedTo");
        terms.putArray("covered")
                .addObject()
                .put("description", "Network switches")
                .putArray("productCodes");
        terms.putArray("mandatoryFor")
                .addObject()
                .put("buyers", "STATE_DEPARTMENTS")
                .put("from", today.toString());
        terms.putObject("userInstructions")
                .put("link", "https://www.dgs.ca.gov/PD")
                .put("retrievedOn", today.toString())
                .putArray("dgsSteps")
                .add("Ask the contract administrator for a waiver.");
        narrator.show(post("/v1/leveraged-procurement-agreements", "lpa").json(body), "/lpaId", "/number");
        narrator.same(
                "found as mandatory today", "WALK-IT-" + run, mandatoryOn(today).text("/items/0/number"));
        narrator.same(
                "yesterday",
                0,
                mandatoryOn(today.minusDays(1)).body().path("items").size());
    }

    private Answer mandatoryOn(LocalDate day) {
        return narrator.show(
                client.get(REGISTRY, "/v1/leveraged-procurement-agreements")
                        .query("text", "walk " + run)
                        .query("mandatoryFor", "STATE_DEPARTMENTS")
                        .query("asOf", day),
                "/items/0/terms/userInstructions/dgsSteps/0");
    }

    private void nameChange(String contractor) {
        narrator.step("The contractor's legal name changes: asked for, decided by a second person, supplemented");
        String cases = "/v1/contractors/" + contractor + "/name-changes";
        ObjectNode request = SuiteClient.object()
                .put("newLegalName", "Walk Turf Group " + run)
                .put("legalChangeOn", today.toString());
        request.putArray("evidence").addObject().put("description", "Certificate of amendment");
        Answer asked = narrator.show(post(cases, "name").json(request), "/state", "/caseId");
        String place = cases + "/" + asked.text("/caseId");
        Answer decided = narrator.show(
                client.post(REGISTRY, place + "/decision")
                        .as(APPROVER)
                        .key(key("decision"))
                        .ifMatch(asked.etag())
                        .json(SuiteClient.object().put("decision", "APPROVED").put("reason", "Seen")),
                "/state",
                "/agreements/0/printsNewName");
        narrator.same("its agreement prints the new name", "false", decided.text("/agreements/0/printsNewName"));
        Answer completed = narrator.show(
                post(place + "/supplements", "supplements")
                        .ifMatch(decided.etag())
                        .json(SuiteClient.object().put("effectiveOn", today.toString())),
                "/state",
                "/agreements/0/contractorName");
        narrator.same("the state", "COMPLETED", completed.text("/state"));
        narrator.same(
                "the name on the agreement",
                "Walk Turf Group " + run,
                narrator.show(client.get(REGISTRY, at("")), "/contractorName", "/supplementNumber")
                        .text("/contractorName"));
    }

    private Call post(String path, String key) {
        return client.post(REGISTRY, path).as(ANALYST).key(key(key));
    }

    private String at(String what) {
        return "/v1/agreements/" + number + what;
    }

    private String key(String what) {
        return "walk-" + run + "-register-" + what;
    }
}
