package org.opencmas.console.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A form with a version, and what comes in between its showing and its sending.
 *
 * @param persona who sends it
 * @param page where it stands
 * @param action where it is sent to
 * @param typed what its reader types
 * @param before what the services answer at first
 * @param after what they answer once somebody else was there
 * @param told what the page then says of it
 */
record StaleForm(
        String persona,
        String page,
        String action,
        Map<String, String> typed,
        Consumer<ServicesByExample> before,
        Consumer<ServicesByExample> after,
        String told) {
    static final String ORDER = "01a22288-168f-7000-983f-e1520939b7cb";
    private static final String ID = "0190a000-0000-7000-8000-0000000f0001";
    private static final String CMAS = "4-06-78-0031A";
    private static final String BUYER = "buy:agency-buyer";
    private static final String ANALYST = "ana:dgs-analyst";
    private static final String APPROVER = "dap:dgs-approver";
    private static final String LATER = "2026-11-29T18:00:00Z";

    @Override
    public String toString() {
        return action;
    }

    /** Returns the forms about an order. */
    static List<StaleForm> ofOrders() {
        String page = "/orders/" + ORDER;
        Consumer<ServicesByExample> asItIs = services -> {};
        return List.of(
                ofOrder("cal:contractor", page, "/acceptance", Map.of(), asItIs),
                ofOrder(
                        "cal:contractor",
                        page,
                        "/rejection",
                        Map.of(
                                "reasonCode", "PRICE",
                                "pointer", "/lines/0/unitPrice",
                                "rightValue", "104.00",
                                "reason", "My own <words>."),
                        asItIs),
                ofOrder(BUYER, page, "/submission", Map.of(), order("DRAFT", "submission")),
                ofOrder("app:agency-approver", page, "/approval", Map.of(), order("DRAFT", "approval")),
                ofOrder(BUYER, page, "/amendment-from-rejection", Map.of(), services -> {
                    ObjectNode order = services.exampleOf("order", "getOrder").put("state", "REJECTED");
                    order.set(
                            "rejection",
                            services.exampleOf("order", "getOrderVersion").path("rejection"));
                    services.answers("getOrder", 200, order.toString());
                }),
                ofOrder(
                        BUYER,
                        page + "/ending",
                        "/stop-work",
                        Map.of("stop.effectiveOn", "2026-11-28", "stop.reason", "Rain <today>."),
                        asItIs),
                ofOrder(
                        BUYER,
                        page + "/ending",
                        "/resumption",
                        Map.of("resume.effectiveOn", "2026-11-28", "resume.reason", "It is dry."),
                        services -> {
                            ObjectNode order = services.exampleOf("order", "getOrder");
                            order.put("workIsStopped", true)
                                    .withObject("/links")
                                    .put("resumption", "/v1/orders/" + ORDER + "/resumption");
                            services.answers("getOrder", 200, order.toString());
                        }),
                ofOrder(
                        BUYER,
                        page + "/ending",
                        "/termination",
                        Map.of("ground", "FUNDING", "terminatedOn", "2026-11-28", "reason", "No budget.", "do", "end"),
                        asItIs),
                new StaleForm(
                        BUYER,
                        "/drafts/" + ORDER,
                        "/drafts/" + ORDER,
                        Map.of("agencyOrderNumber", "PO-77", "lines.0.quantity", "41", "do", "SAVE"),
                        order("DRAFT", "revise"),
                        services -> {
                            ObjectNode version = services.exampleOf("order", "getOrderVersion");
                            ((ObjectNode) version.at("/lines/0")).put("quantity", "44");
                            services.answers("getOrderVersion", 200, version.toString());
                        },
                        "Line 10, quantity: " + changed("40", "44")),
                new StaleForm(
                        BUYER,
                        page + "/doubts",
                        page + "/doubts",
                        Map.of("UNUSUAL_PRICE.lines.0.unitPrice", "It is a rate of <nights>."),
                        doubt("It is ten times the usual."),
                        doubt("It is five times the usual."),
                        "Unusual price, line 1, unit price: "
                                + changed("It is ten times the usual.", "It is five times the usual.")));
    }

    private static StaleForm ofOrder(
            String persona, String page, String act, Map<String, String> typed, Consumer<ServicesByExample> before) {
        return new StaleForm(
                persona,
                page,
                "/orders/" + ORDER + act,
                typed,
                before,
                services -> {
                    ObjectNode history = services.exampleOf("order", "getOrderHistory");
                    ((ArrayNode) history.path("entries"))
                            .addObject()
                            .put("at", LATER)
                            .put("by", "a.nother")
                            .put("act", "AMENDED")
                            .put("documentVersion", 2);
                    services.answers("getOrderHistory", 200, history.toString());
                },
                "Amended by Person a.nother, November 29, 2026, 10:00 AM PST, version 2");
    }

    private static Consumer<ServicesByExample> order(String state, String link) {
        return services -> {
            ObjectNode order = services.exampleOf("order", "getOrder").put("state", state);
            order.withObject("/links").put(link, "/v1/orders/" + ORDER + "/" + link);
            services.answers("getOrder", 200, order.toString());
        };
    }

    private static Consumer<ServicesByExample> doubt(String message) {
        return services -> services.answers("getOrderDoubts", 200, """
                {"orderId": "%s", "documentVersion": 1, "doubts": [{"pointer": "/lines/0/unitPrice", "kind": "UNUSUAL_PRICE", "message": "%s", "needsConfirmation": true}]}""".formatted(ORDER, message));
    }

    /** Returns the form about an agency. */
    static List<StaleForm> ofAgencies() {
        return List.of(new StaleForm(
                "app:agency-approver",
                "/policy",
                "/policy",
                Map.of("retentionYears", "7", "ownPolicy", "Our <code>.", "approvers.0.name", "A. Council"),
                agency(""),
                agency("\"orderLimit\": \"250000.00\""),
                "Most of an order: " + changed("Nothing is set", "$250,000.00")));
    }

    private static Consumer<ServicesByExample> agency(String policy) {
        return services -> services.answers("getAgency", 200, """
                {"agencyId": "%s", "name": "City of Lodi", "type": "CITY", "agencyClass": "LOCAL", "version": 1, "policy": {%s}}""".formatted(ID, policy));
    }

    /** Returns the forms about a request for offer. */
    static List<StaleForm> ofRequests() {
        return List.of(
                ofRequest(
                        "text",
                        "/text",
                        "/text",
                        Map.of(
                                "title", "My <title>",
                                "services", "true",
                                "statementOfWork",
                                        "Plan the network. ".repeat(1_000).strip())),
                ofRequest(
                        "sending",
                        "",
                        "/sending",
                        Map.of(
                                "asked.0.cmasNumber", CMAS,
                                "asked.0.channel", "MAIL",
                                "noneCertifiedReason", "None sells it.")),
                ofRequest("closing", "", "/closing", Map.of("earlyReason", "All answered.")),
                ofRequest("cancellation", "", "/cancellation", Map.of("cancelReason", "Not <needed>.")),
                ofRequest(
                        "steps",
                        "",
                        "/steps",
                        Map.of("step", "REVIEW", "doneOn", "2026-11-09", "evidence", "In the file.")),
                ofRequest(
                        "determination",
                        "",
                        "/determination",
                        Map.of(
                                "offerId", ID,
                                "sample", "QUALITY",
                                "determinationReason", "It lasts.",
                                "determinedOn", "2026-11-10")),
                ofRequest(
                        "order",
                        "",
                        "/order",
                        Map.of(
                                "agencyOrderNumber", "PO-9",
                                "orderDate", "2026-11-11",
                                "paymentMethod", "CAL_CARD",
                                "clausesInOrder", "true")));
    }

    private static StaleForm ofRequest(String link, String page, String act, Map<String, String> typed) {
        String request = "/requests/" + ID;
        return new StaleForm(
                BUYER,
                request + page,
                request + act,
                typed,
                services -> services.answers(
                        "getRequestForOffer", 200, request(services, link).toString()),
                services -> services.answers(
                        "getRequestForOffer",
                        200,
                        request(services, link).put("needs", "Sixty hours.").toString()),
                "Needs and requirements: "
                        + changed(
                                "Forty hours of a network engineer in November, at the library of the city.",
                                "Sixty hours."));
    }

    private static ObjectNode request(ServicesByExample services, String link) {
        ObjectNode request = services.exampleOf("order", "getRequestForOffer").put("requestId", ID);
        request.withObject("/links").put(link, "/v1/requests-for-offer/" + ID + "/" + link);
        return request;
    }

    /** Returns the forms of the Department. */
    static List<StaleForm> ofTheDepartment() {
        String contractor = "/contractors/" + ID;
        String name = contractor + "/name-changes/01a22288-0d00-7000-93d2-7901d3c9ea18";
        String draft = "/agreement-drafts/01a224c3-2de4-7000-adc2-5296d994240c";
        return List.of(
                new StaleForm(
                        ANALYST,
                        "/agreements/" + CMAS + "/status",
                        "/agreements/" + CMAS + "/status",
                        Map.of("status", "SUSPENDED", "effectiveOn", "2026-12-01", "reason", "Looked <into>."),
                        services -> {},
                        services -> {
                            ObjectNode agreement = services.exampleOf("registry", "getAgreement");
                            ((ArrayNode) agreement.path("statusTimeline"))
                                    .addObject()
                                    .put("status", "TERMINATED")
                                    .put("effectiveOn", "2026-12-31");
                            services.answers("getAgreement", 200, agreement.toString());
                        },
                        "Status from December 31, 2026: new is <ins class=\"typed\">Terminated</ins>"),
                new StaleForm(
                        ANALYST,
                        "/agreements/" + CMAS + "/supplement",
                        "/agreements/" + CMAS + "/supplement",
                        Map.of("effectiveOn", "2026-12-01", "changeNote", "One <year> more.", "do", "save"),
                        services -> {},
                        services -> services.answers(
                                "getAgreement",
                                200,
                                services.exampleOf("registry", "getAgreement")
                                        .put("termEnd", "2028-08-06")
                                        .toString()),
                        "Last day, inclusive: " + changed("August 6, 2027", "August 6, 2028")),
                new StaleForm(
                        APPROVER,
                        draft,
                        draft + "/activation",
                        Map.of(),
                        services -> {},
                        withdrawn(),
                        "State: " + changed("Draft", "Withdrawn")),
                new StaleForm(
                        ANALYST,
                        draft,
                        draft + "/withdrawal",
                        Map.of("reason", "Not <this> year."),
                        services -> {},
                        withdrawn(),
                        "Reason: new is <ins class=\"typed\">It was wrong.</ins>"),
                new StaleForm(
                        ANALYST,
                        contractor,
                        contractor,
                        Map.of(
                                "locations.0.name", "My <yard>",
                                "locations.0.street", "1 Main St",
                                "locations.0.city", "Lodi",
                                "locations.0.state", "CA",
                                "locations.0.zip", "95240",
                                "do", "store"),
                        services -> {},
                        renamed(),
                        "it is now <ins class=\"typed\">Newly Named, Inc.</ins>"),
                new StaleForm(
                        ANALYST,
                        contractor + "/qualifications",
                        contractor + "/qualifications",
                        Map.of(
                                "sellersPermit.number", "SR <77>",
                                "sellersPermit.status", "VALID",
                                "sellersPermit.source", "CDTFA",
                                "sellersPermit.checkedOn", "2026-11-01",
                                "do", "store"),
                        services -> {},
                        renamed(),
                        "it is now <ins class=\"typed\">Newly Named, Inc.</ins>"),
                new StaleForm(
                        APPROVER,
                        name,
                        name + "/decision",
                        Map.of("decision", "REFUSED", "reason", "No <filing>."),
                        nameChange("REQUESTED", ""),
                        nameChange("APPROVED", "Seen."),
                        "State: " + changed("Requested", "Approved")),
                new StaleForm(
                        ANALYST,
                        name,
                        name + "/supplements",
                        Map.of("effectiveOn", "2026-12-01"),
                        nameChange("APPROVED", "Seen."),
                        nameChange("APPROVED", "Seen at the Secretary of State."),
                        "Reason: " + changed("Seen.", "Seen at the Secretary of State.")));
    }

    private static Consumer<ServicesByExample> withdrawn() {
        return services -> services.answers(
                "getAgreementDraft",
                200,
                services.exampleOf("registry", "getAgreementDraft")
                        .put("state", "WITHDRAWN")
                        .put("decidedAt", LATER)
                        .put("reason", "It was wrong.")
                        .toString());
    }

    private static Consumer<ServicesByExample> renamed() {
        return services -> services.answers(
                "getContractor",
                200,
                services.exampleOf("registry", "getContractor")
                        .put("legalName", "Newly Named, Inc.")
                        .toString());
    }

    private static Consumer<ServicesByExample> nameChange(String state, String reason) {
        return services -> {
            ObjectNode change = services.exampleOf("registry", "getNameChange").put("state", state);
            change.putNull("completedAt");
            if (reason.isEmpty()) {
                change.putNull("decidedAt").putNull("decidedBy").putNull("decisionReason");
            } else {
                change.put("decisionReason", reason);
            }
            services.answers("getNameChange", 200, change.toString());
        };
    }

    /** Returns the forms of reviewers, and of the contractor's report in a file. */
    static List<StaleForm> ofReviewsAndReports() {
        String report = "/reports/" + CMAS + "/2022-Q1";
        return List.of(
                new StaleForm(
                        "rev:compliance-reviewer",
                        "/reviews/" + ID,
                        "/reviews/" + ID + "/closure",
                        Map.of("conclusion", "ISSUES_RESOLVED", "reason", "All <answered>."),
                        services -> {},
                        services -> services.answers(
                                "getReview",
                                200,
                                services.exampleOf("compliance", "getReview")
                                        .put("state", "ANSWERED")
                                        .toString()),
                        "State: " + changed("Examined", "Answered")),
                new StaleForm(
                        "exr:exemption-reviewer",
                        "/exemptions/0190a000-0000-7000-8000-0000000e0001",
                        "/exemptions/0190a000-0000-7000-8000-0000000e0001/decision",
                        Map.of("decision", "DENIED", "reason", "It <is> met.", "decidedOn", "2026-11-28"),
                        services -> {},
                        services -> {
                            ObjectNode found = services.exampleOf("compliance", "getExemptionDetermination");
                            ((ArrayNode) found.path("withdrawals"))
                                    .addObject()
                                    .put("point", "MEETS_BUSINESS_NEED")
                                    .put("reason", "It does not.")
                                    .put("withdrawnOn", "2026-11-29")
                                    .put("withdrawnBy", "B. Chief");
                            services.answers("getExemptionDetermination", 200, found.toString());
                        },
                        "Withdrawn: new is <ins class=\"typed\">Meets business need, by B. Chief, November 29, 2026: It does not.</ins>"),
                new StaleForm(
                        ANALYST,
                        report + "/return",
                        report + "/return",
                        Map.of("reasons", "Lodi is <missing>."),
                        services -> {},
                        services -> {
                            ObjectNode versions = services.exampleOf("fees", "listReportVersions");
                            ((ArrayNode) versions.path("versions"))
                                    .addObject()
                                    .put("version", 3)
                                    .put("receiptNumber", "r")
                                    .put("reason", "WRONG_AMOUNT")
                                    .put("filedAt", LATER)
                                    .put("filedBy", "a.clerk");
                            services.answers("listReportVersions", 200, versions.toString());
                        },
                        "Version 3 was filed by a.clerk, November 29, 2026, 10:00 AM PST"),
                new StaleForm(
                        "cal:contractor",
                        report + "/upload",
                        report + "/upload/filing",
                        Map.of("contactName", "C. Clerk", "remarks", "My <remarks>."),
                        services -> services.answers(
                                "getQuarterlyReport",
                                200,
                                services.exampleOf("fees", "getQuarterlyReport")
                                        .put("state", "DUE")
                                        .toString()),
                        services -> {
                            ObjectNode saved = services.exampleOf("fees", "getReportLines");
                            saved.withObject("/draft")
                                    .put("version", 2)
                                    .put("savedAt", LATER)
                                    .put("savedBy", "a.nother");
                            services.answers("getReportLines", 200, saved.toString());
                        },
                        "it is now <ins class=\"typed\">November 29, 2026, 10:00 AM PST by Person a.nother, version 2</ins>"));
    }

    /** Returns the forms about orders that a report types otherwise. */
    static List<StaleForm> ofTies() {
        String pair = "0190a000-0000-3000-8000-0000000000f7";
        String tie = "0190a000-0000-7000-8000-0000000000f9";
        return List.of(
                new StaleForm(
                        ANALYST,
                        "/look-alikes",
                        "/look-alikes/" + pair + "/tie",
                        Map.of("tie." + pair + ".reason", "The <paper> has it."),
                        services -> {},
                        services -> {
                            services.answers(
                                    "tieOrder",
                                    404,
                                    "{\"status\": 404, \"title\": \"Not found\", \"detail\": \"There is no look-alike of this id.\"}");
                            services.answers("listOrderLookAlikes", 200, "{\"items\": []}");
                        },
                        "Tied: new is <ins class=\"typed\">PO 77, of City of Fremont, to PO-77, November 28, 2026, 7:12 AM PST by somebody not known here by name (id 5f1c0f3e): The agency&#39;s paper has this number</ins>"),
                new StaleForm(
                        ANALYST,
                        "/look-alikes/ties",
                        "/look-alikes/ties/" + tie + "/withdrawal",
                        Map.of("withdrawal." + tie + ".reason", "There are <two> papers."),
                        services -> {},
                        services -> {
                            services.answers(
                                    "withdrawOrderTie",
                                    409,
                                    "{\"status\": 409, \"title\": \"Conflict\", \"detail\": \"The tie was withdrawn already.\", \"code\": \"tie-withdrawn\"}");
                            ObjectNode now = services.exampleOf("fees", "listOrderTies");
                            ((ObjectNode) now.at("/items/0"))
                                    .withObject("/withdrawal")
                                    .put("by", "a.nother")
                                    .put("at", LATER)
                                    .put("reason", "Two papers.");
                            services.answers("listOrderTies", 200, now.toString());
                        },
                        "Withdrawn: new is <ins class=\"typed\">November 29, 2026, 10:00 AM PST by Person a.nother: Two papers.</ins>"));
    }

    private static String changed(String before, String now) {
        return "you saw <del class=\"typed\">" + before + "</del>, it is now <ins class=\"typed\">" + now + "</ins>";
    }
}
