package org.opencmas.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request, filled in step by step and then sent. */
public final class Call {
    private final SuiteClient client;
    private final Service service;
    private final String method;
    private final String path;
    private final Map<String, String> query = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String clientId;
    private @Nullable String body;
    private boolean storesNothing;

    Call(SuiteClient client, Service service, String method, String path) {
        this.client = client;
        this.service = service;
        this.method = method;
        this.path = path;
    }

    /** Sends the token of that client of the realm. */
    public Call as(String realmClient) {
        this.clientId = realmClient;
        return this;
    }

    public Call query(String name, Object value) {
        query.put(name, value.toString());
        return this;
    }

    public Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The key by which the service does the same thing only once. */
    public Call key(String idempotencyKey) {
        return header("Idempotency-Key", idempotencyKey);
    }

    public Call ifMatch(String etag) {
        return header("If-Match", etag);
    }

    /** Waits in the service for a decision, at most that many seconds. */
    public Call waitSeconds(int seconds) {
        return header("Prefer", "wait=" + seconds);
    }

    public Call json(JsonNode json) {
        this.body = json.toString();
        return header("Content-Type", "application/json");
    }

    public Call csv(String csv) {
        this.body = csv;
        return header("Content-Type", "text/csv");
    }

    public Answer send() {
        return client.send(this);
    }

    /** Method, service and path with its query, for a person to read. */
    public String line() {
        String who = clientId == null ? "without a token" : "as " + clientId;
        return method + " " + service.name().toLowerCase(Locale.ROOT) + " " + pathAndQuery() + "  (" + who + ")";
    }

    @Nullable
    String body() {
        return body;
    }

    /** The body cut to one line of that length at most; empty when there is none. */
    public String shortBody(int longest) {
        String text = body == null ? "" : body.replaceAll("\\s+", " ").strip();
        return text.length() <= longest ? text : text.substring(0, longest - 4) + " ...";
    }

    String method() {
        return method;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    String clientId() {
        return clientId;
    }

    URI uri(URI baseUrl) {
        return URI.create(baseUrl + pathAndQuery());
    }

    Service service() {
        return service;
    }

    /** Says that the request stores nothing, so that it may be sent as often as needed. */
    public Call storesNothing() {
        storesNothing = true;
        return this;
    }

    public boolean hasKey() {
        return headers.containsKey("Idempotency-Key");
    }

    /** True when sending it twice does no more than sending it once. */
    boolean isRepeatable() {
        return storesNothing || method.equals("GET") || method.equals("PUT") || hasKey();
    }

    private String pathAndQuery() {
        StringBuilder text = new StringBuilder(path);
        char before = '?';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            text.append(before)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            before = '&';
        }
        return text.toString();
    }
}
