package org.opencmas.testkit.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opencmas.testkit.SeededGenerator;

/** Makes up one call of an operation. Most parts of most calls are sound, so that the faults are met one by one. */
final class CallMaker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ACCEPTED = List.of(
            "application/json",
            "*/*",
            "text/html",
            "garbage",
            "application/*",
            "image/png, */*;q=0.1",
            "application/problem+json");
    private static final List<String> CONTENT_TYPES = List.of(
            "garbage",
            "text/html",
            "text/csv",
            "application/json;charset=utf-16",
            "application/xml",
            "multipart/form-data",
            "application/json, text/csv",
            "a/b;");
    private static final String CSV = "item_id,description,unit,unit_price\nA-1,Panel,each,1.00\n";

    private final URI service;
    private final SeededGenerator random;
    private final HostileValues hostile;
    private final SampleValues samples;
    private final KnownValues known;
    private final List<String> tokens;
    private final Set<String> withoutEffect;

    CallMaker(
            URI service,
            SeededGenerator random,
            HostileValues hostile,
            SampleValues samples,
            KnownValues known,
            List<String> tokens,
            Set<String> withoutEffect) {
        this.service = service;
        this.random = random;
        this.hostile = hostile;
        this.samples = samples;
        this.known = known;
        this.tokens = tokens;
        this.withoutEffect = withoutEffect;
    }

    /** A request, and its description for a failure message. */
    record Call(HttpRequest request, Map<String, String> headers, String body) {
        @Override
        public String toString() {
            Map<String, String> told = new LinkedHashMap<>(headers);
            told.computeIfPresent("Authorization", (name, value) -> "Bearer ...");
            return request.method()
                    + ' '
                    + ApiFuzz.shortened(request.uri().toString())
                    + ' '
                    + told
                    + ' '
                    + ApiFuzz.shortened(body);
        }
    }

    Call call(Operation operation) {
        Map<String, String> headers = headers(operation);
        byte[] body = operation.bodies().isEmpty() ? new byte[0] : body(operation, headers);
        HttpRequest.Builder request = HttpRequest.newBuilder(address(operation)).timeout(ApiFuzz.patience());
        headers.forEach(request::setHeader);
        HttpRequest.BodyPublisher publisher =
                body.length == 0 && operation.bodies().isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body);
        return new Call(
                request.method(operation.method(), publisher).build(),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    private URI address(Operation operation) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", coded(pathValue(operation, parameter)));
            } else if (parameter.in().equals("query") && random.onceIn(3)) {
                query.add(parameter.name() + "=" + coded(queryValue(parameter)));
            }
        }
        if (random.onceIn(40)) {
            query.add(coded(hostile.text()) + "=" + coded(hostile.text()));
        }
        return service.resolve(path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    }

    private String pathValue(Operation operation, Operation.Parameter parameter) {
        if (withoutEffect.contains(operation.id())) {
            return UUID.randomUUID().toString();
        }
        String value = random.onceIn(6) ? hostile.text() : samples.parameter(parameter.name(), parameter.schema());
        return value.isEmpty() || value.equals(".") || value.equals("..") ? "x" : value;
    }

    private String queryValue(Operation.Parameter parameter) {
        return random.onceIn(3) ? hostile.text() : samples.parameter(parameter.name(), parameter.schema());
    }

    /** Half of a surrogate pair cannot be coded and travels as the question mark that the encoder makes of it. */
    private static String coded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Map<String, String> headers(Operation operation) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!random.onceIn(15)) {
            String token = tokens.isEmpty() || random.onceIn(40) ? "nonsense" : random.oneOf(tokens);
            headers.put("Authorization", "Bearer " + token);
        }
        if (random.onceIn(12)) {
            headers.put("Accept", random.oneOf(ACCEPTED));
        }
        if (!operation.method().equals("GET")) {
            put(
                    headers,
                    "Idempotency-Key",
                    random.onceIn(15) ? hostile.text() : UUID.randomUUID().toString(),
                    25);
            put(
                    headers,
                    "If-Match",
                    random.onceIn(10)
                            ? hostile.text()
                            : random.yes() ? "*" : known.any("If-Match", random).orElse("\"1\""),
                    10);
        }
        put(headers, "Prefer", random.yes() ? "wait=0" : "wait=x", 2);
        put(headers, "X-Request-Id", hostile.text(), 2);
        return headers;
    }

    /** Left out once in so many times, and whenever a client could not send it at all. */
    private void put(Map<String, String> headers, String name, String value, int leftOutOnceIn) {
        boolean canBeSent = value.chars().allMatch(c -> c >= ' ' && c < 127 || c == '\t') && value.length() < 4_000;
        if (canBeSent && !random.onceIn(leftOutOnceIn)) {
            headers.put(name, value);
        }
    }

    private byte[] body(Operation operation, Map<String, String> headers) {
        List<String> types = List.copyOf(operation.bodies().keySet());
        String type = random.oneOf(types);
        put(headers, "Content-Type", random.onceIn(20) ? random.oneOf(CONTENT_TYPES) : type, 40);
        byte[] body = type.endsWith("json")
                ? bytes(samples.body(operation.bodies().getOrDefault(type, JsonNodeFactory.instance.nullNode())))
                : (random.yes() ? CSV : hostile.text()).getBytes(StandardCharsets.UTF_8);
        return random.onceIn(12) ? hostile.spoilt(body) : body;
    }

    /** With half pairs of surrogates written as escapes, as a careless writer does. */
    private static byte[] bytes(JsonNode body) {
        try {
            return JSON.writer()
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
                    .writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
