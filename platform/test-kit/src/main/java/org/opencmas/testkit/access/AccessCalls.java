package org.opencmas.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.fuzz.Operation;

/** Sends one call of an operation with its own example, for an object that is another's or for one that is not there. */
final class AccessCalls {
    private static final Duration PATIENCE = Eventually.PATIENCE;
    private static final int LONGEST_TOLD = 600;

    private final HttpClient client;
    private final URI service;
    private final Objects objects;
    private int count;

    AccessCalls(HttpClient client, URI service, Objects objects) {
        this.client = client;
        this.service = service;
        this.objects = objects;
    }

    /** An answer, as far as access is concerned; {@code location} is that of what was made, or empty. */
    record Answer(int status, String mediaType, String body, String location) {
        boolean refused() {
            return status == 401 || status == 403 || status >= 500;
        }

        boolean isProblem() {
            return mediaType.startsWith("application/problem+json");
        }

        @Override
        public String toString() {
            return status + " " + (body.length() > LONGEST_TOLD ? body.substring(0, LONGEST_TOLD) : body);
        }
    }

    int count() {
        return count;
    }

    /** The id of what the operation's example makes. */
    String made(Operation operation, String token) {
        Answer answer = forForeign(operation, token);
        if (answer.location.isEmpty()) {
            throw new AssertionError("the example of " + operation.id() + " makes nothing: " + answer);
        }
        return answer.location.substring(answer.location.lastIndexOf('/') + 1);
    }

    Answer forAbsent(Operation operation, @Nullable String token) {
        return send(operation, token, objects::absent, false);
    }

    Answer forForeign(Operation operation, @Nullable String token) {
        return send(operation, token, objects::foreign, true);
    }

    /** @param own the values of the path's parameters, of what is the caller's own */
    Answer naming(Operation operation, String token, Map<String, String> own, ForeignFields.Naming naming) {
        String path = at(operation, name -> own.getOrDefault(name, ""))
                + (naming.query().isEmpty() ? "" : "?" + naming.query());
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
        if (!operation.method().equals("GET")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", "*")
                    .header("Content-Type", "application/json");
            body = HttpRequest.BodyPublishers.ofString(naming.body());
        }
        return answer(operation, request.method(operation.method(), body).build());
    }

    /** Without the object nothing is to happen, so a call for none has no body where its path names none either. */
    private Answer send(Operation operation, @Nullable String token, UnaryOperator<String> values, boolean withBody) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(at(operation, values))).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
        if (!operation.method().equals("GET")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "*");
            if (!operation.bodies().isEmpty()) {
                boolean sound = withBody || !operation.pathParameters().isEmpty();
                Map.Entry<String, JsonNode> content =
                        operation.bodies().entrySet().iterator().next();
                request.header("Content-Type", content.getKey());
                body = HttpRequest.BodyPublishers.ofString(sound ? example(content.getValue()) : "");
            }
        }
        return answer(operation, request.method(operation.method(), body).build());
    }

    private static String at(Operation operation, UnaryOperator<String> values) {
        String path = operation.path();
        for (String name : operation.pathParameters()) {
            path = path.replace("{" + name + "}", URLEncoder.encode(values.apply(name), StandardCharsets.UTF_8));
        }
        return path;
    }

    private Answer answer(Operation operation, HttpRequest request) {
        try {
            count++;
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(operation.id(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The one example, or the first of several; an empty object where there is none. */
    private static String example(JsonNode content) {
        Iterator<JsonNode> several = content.path("examples").elements();
        JsonNode example = several.hasNext() ? several.next().path("value") : content.path("example");
        return example.isMissingNode() ? "{}" : example.isTextual() ? example.asText() : example.toString();
    }
}
