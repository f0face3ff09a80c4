package org.opencmas.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.opencmas.local.server.Endpoints;
import org.opencmas.local.stack.Stack;
import org.opencmas.terms.ProgramCalendar;

/** The suite that is measured: a fresh stack with one agency, one contractor, and one agreement of ten price lines. */
public final class RunningSuite {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AGREEMENT = "3-26-01-9901A";

    private final Stack stack;
    private final Endpoints endpoints;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong numbers = new AtomicLong();
    private final JsonNode buyer;
    private final JsonNode filer;
    private final String contractorId = "0190a000-0000-7000-8000-00000000be01";
    private final LocalDate today = LocalDate.now(java.time.Clock.system(ProgramCalendar.ZONE));

    public RunningSuite(Stack stack) throws IOException {
        this.stack = stack;
        this.endpoints = stack.endpoints();
        try (InputStream personas = RunningSuite.class.getResourceAsStream("/sample/personas.json")) {
            JsonNode read = JSON.readTree(personas);
            buyer = firstOf(read, "agencyId");
            filer = firstOf(read, "contractorId");
        }
    }

    private static JsonNode firstOf(JsonNode personas, String tenant) {
        for (JsonNode persona : personas.path("personas")) {
            if (persona.has(tenant)) {
                return persona;
            }
        }
        throw new IllegalStateException("the sample has no persona with " + tenant);
    }

    public Stack stack() {
        return stack;
    }

    public int orderPort() {
        return endpoints.order().getPort();
    }

    public int registryPort() {
        return endpoints.registry().getPort();
    }

    public int feesPort() {
        return endpoints.fees().getPort();
    }

    public int compliancePort() {
        return endpoints.compliance().getPort();
    }

    public LocalDate today() {
        return today;
    }

    public String analyst() throws IOException {
        return "Bearer " + token("dgs-analyst");
    }

    public String reviewer() throws IOException {
        return "Bearer " + token("compliance-reviewer");
    }

    public String buyer() throws IOException {
        return "Bearer " + token(buyer.path("clientId").asText());
    }

    /** A contractor that files reports. */
    public String filer() throws IOException {
        return "Bearer " + token(filer.path("clientId").asText());
    }

    /** The name under which that contractor signs in at the console. */
    public String filerPerson() {
        return filer.path("clientId").asText();
    }

    /** The name under which the buyer signs in at the console. */
    public String buyerPerson() {
        return buyer.path("clientId").asText();
    }

    public URI console() {
        return endpoints.console();
    }

    public int consolePort() {
        return endpoints.console().getPort();
    }

    /** Its id. */
    public String filerId() {
        return filer.path("contractorId").asText();
    }

    public String agencyId() {
        return buyer.path("agencyId").asText();
    }

    public String contractorId() {
        return contractorId;
    }

    public String agreement() {
        return AGREEMENT;
    }

    /** A number that no other order of any run has. */
    public String nextOrderNumber() {
        return "BENCH-" + run + "-" + numbers.incrementAndGet();
    }

    /** An order of three lines that passes every check. */
    public String order(String number) {
        return """
                {"agencyOrderNumber":"%s","orderDate":"%s","contractorId":"%s","lines":[
                {"lineId":"1","cmasNumber":"%4$s","itemId":"ITEM-1","description":"Item 1","unit":"EA","quantity":"2","unitPrice":"100.00","kind":"GOODS"},
                {"lineId":"2","cmasNumber":"%4$s","itemId":"ITEM-2","description":"Item 2","unit":"EA","quantity":"1","unitPrice":"199.99","kind":"GOODS"},
                {"lineId":"3","cmasNumber":"%4$s","itemId":"ITEM-3","description":"Item 3","unit":"EA","quantity":"3","unitPrice":"7.125","kind":"GOODS"}]}""".formatted(number, today, contractorId, AGREEMENT);
    }

    /** Registers what an order needs and waits until an order passes its checks. */
    public void prepare() throws IOException, InterruptedException {
        String analyst = analyst();
        create(registryPort(), "/v1/contractors", analyst, """
                {"contractorId":"%s","legalName":"Bench Supplies, Inc.","locations":[{"name":"Main","street":"1 Main Street","city":"Sacramento","state":"CA","zip":"95814"}]}""".formatted(contractorId));
        createAgreement(AGREEMENT, analyst);
        importPriceList(AGREEMENT, priceList(10), analyst);
        create(orderPort(), "/v1/agencies", analyst, """
                {"agencyId":"%s","name":"%s","type":"CITY","empoweredToExpendPublicFunds":true,"policy":{"bestValueAction":"WARN"}}""".formatted(
                        agencyId(), buyer.path("name").asText("City of the Bench")));
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!decided(order(nextOrderNumber())).contains("\"ISSUED\"")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no order passes its checks: " + decided(order(nextOrderNumber())));
            }
            Thread.sleep(200);
        }
    }

    private String decided(String order) throws IOException {
        try (var connection = new HttpConnection(orderPort())) {
            return connection
                    .post(
                            "/v1/orders",
                            order,
                            "Authorization",
                            buyer(),
                            "Content-Type",
                            "application/json",
                            "Idempotency-Key",
                            UUID.randomUUID().toString(),
                            "Prefer",
                            "wait=10")
                    .expect(201, 202)
                    .body();
        }
    }

    public void createAgreement(String number, String analyst) throws IOException {
        create(registryPort(), "/v1/agreements", analyst, """
                {"cmasNumber":"%s","contractorId":"%s","termStart":"%s","termEnd":"%s","forUseBy":"STATE_AND_LOCAL","nspProvision":true,
                "acceptsCalCard":true,"travelAllowed":false,"productCodes":["7430"],"categories":["HARDWARE"],
                "baseContract":{"number":"47QTCA-BENCH","type":"GSA","holder":"Bench Supplies, Inc.","termStart":"%s","termEnd":"%s"}}""".formatted(
                        number,
                        contractorId,
                        today.minusYears(1),
                        today.plusYears(1),
                        today.minusYears(1),
                        today.plusYears(1)));
    }

    public HttpConnection.Answer importPriceList(String agreement, byte[] csv, String analyst) throws IOException {
        return importPriceList(agreement, csv, "text/csv", analyst);
    }

    /** @param type the media type of the file */
    public HttpConnection.Answer importPriceList(String agreement, byte[] file, String type, String analyst)
            throws IOException {
        try (var connection = new HttpConnection(registryPort())) {
            return connection
                    .exchange(
                            "POST",
                            "/v1/price-list-imports?agreement=" + agreement + "&supplement=0&effectiveFrom="
                                    + today.minusYears(1),
                            file,
                            "Authorization",
                            analyst,
                            "Content-Type",
                            type,
                            "Idempotency-Key",
                            UUID.randomUUID().toString())
                    .expect(201);
        }
    }

    /** A price list as a contractor would send it; the descriptions differ in words, as real ones do. */
    public static byte[] priceList(int lines) {
        var csv = new StringBuilder(lines * 90).append("item_id,description,unit,price,base_price,sin,kind\n");
        String[] things = {"switch", "router", "laptop", "monitor", "keyboard", "cable", "server", "storage array"};
        String[] traits = {"managed", "ruggedized", "24 port", "wireless", "energy star", "rack mounted", "refurbished"
        };
        for (int i = 1; i <= lines; i++) {
            csv.append("ITEM-")
                    .append(i)
                    .append(",\"Network ")
                    .append(things[i % things.length])
                    .append(", ")
                    .append(traits[i % traits.length])
                    .append(", model ")
                    .append(Integer.toString(i * 7919 % 100_003, 36))
                    .append("\",EA,")
                    .append(200 + i % 900)
                    .append(".00,")
                    .append(210 + i % 900)
                    .append(".00,33411,GOODS\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void create(int port, String path, String token, String body) throws IOException {
        try (var connection = new HttpConnection(port)) {
            connection
                    .post(
                            path,
                            body,
                            "Authorization",
                            token,
                            "Content-Type",
                            "application/json",
                            "Idempotency-Key",
                            UUID.randomUUID().toString())
                    .expect(201);
        }
    }

    private String token(String clientId) throws IOException {
        URI url = endpoints.tokenUrl();
        String form = "grant_type=client_credentials&client_id=" + encode(clientId) + "&client_secret="
                + encode(Endpoints.sampleSecret(clientId));
        try (var connection = new HttpConnection(url.getPort())) {
            return JSON.readTree(connection
                            .post(url.getPath(), form, "Content-Type", "application/x-www-form-urlencoded")
                            .expect(200)
                            .body())
                    .path("access_token")
                    .asText();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
