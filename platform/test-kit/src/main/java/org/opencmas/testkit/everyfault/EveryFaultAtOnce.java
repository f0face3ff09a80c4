package org.opencmas.testkit.everyfault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opencmas.testkit.SeededGenerator;
import org.opencmas.testkit.everyfault.Spoiled.Change;
import org.opencmas.testkit.fuzz.Operation;

/**
 * Makes one thing wrong with a sound request of each operation, then several: a place that is named when it alone is at fault (400) must
 * be named again, and places always stand in one order. An operation that finds its faults in stages fails, whatever the stages are, and so
 * does a new one without a line about it here. What the document calls required is missed where it is left out, and what it says that a
 * parameter does not take is refused by its name.
 *
 * <p>{@code -Dtest.seed} repeats a run; without it the requests are the same in each run.
 */
public final class EveryFaultAtOnce {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_OF_ONE_PLACE = 3;
    private static final int ROUNDS = 25;
    private static final int REFUSED = 400;
    private static final int UNKNOWN_CALLER = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    /** That the thing is not there, or not in a state for the act, may be told before what is missing in the body. */
    private static final Set<Integer> FIRST = Set.of(NOT_FOUND, 409);

    private static final String NOWHERE = "0190a000-0000-7000-8000-00000000dead";

    private final String name;
    private final URI service;
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> dependent = new HashSet<>();
    private final SeededGenerator random;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private int requests;

    private EveryFaultAtOnce(String name, URI service) {
        this.name = name;
        this.service = service;
        this.random = SeededGenerator.of(name + " faults", 20_261_130L);
    }

    /** @param name of the service, for what is printed */
    public static EveryFaultAtOnce of(String name, URI service) {
        return new EveryFaultAtOnce(name, service);
    }

    /** The callers; of an operation the first counts whom it does not turn away. */
    public EveryFaultAtOnce as(String... bearerTokens) {
        tokens.addAll(List.of(bearerTokens));
        return this;
    }

    /** Something that exists, for path parameters of that name. */
    public EveryFaultAtOnce knowing(String parameter, Object value) {
        known.put(parameter, value.toString());
        return this;
    }

    /**
     * Whether there is a fault at that place depends on another place, so that it may go unnamed when that one is at fault.
     *
     * @param place as it is named in the answer, with {@code *} for the number of an entry
     * @param why in words, for the reader of the test
     */
    public EveryFaultAtOnce dependent(String operationId, String place, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("a place that depends on others needs a reason");
        }
        dependent.add(operationId + " " + place);
        return this;
    }

    /** @throws AssertionError with each place that was named alone and not beside others */
    public void run() {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            JsonNode document = JSON.readTree(client.send(
                            HttpRequest.newBuilder(service.resolve("/q/openapi?format=json"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
            int looked = 0;
            for (Operation operation : Operation.of(document)) {
                looked += new Looked(client, document, operation).look() ? 1 : 0;
            }
            System.out.println(name + ": " + looked + " operations with several places, " + requests + " requests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (!failures.isEmpty()) {
            StringBuilder told = new StringBuilder(failures.size() + " places are named in stages, or not at all\n");
            failures.forEach((place, how) -> told.append("- ")
                    .append(place)
                    .append("\n      ")
                    .append(how)
                    .append('\n'));
            throw new AssertionError(told.toString());
        }
    }

    /** One operation. */
    private final class Looked {
        private final HttpClient client;
        private final JsonNode document;
        private final Operation operation;
        private final JsonNode sound;
        private final List<Change> changes;
        private final List<Change> withoutRequired;
        private final Map<String, Integer> order = new HashMap<>();
        private String token = "";

        Looked(HttpClient client, JsonNode document, Operation operation) {
            this.client = client;
            this.document = document;
            this.operation = operation;
            JsonNode content = operation.bodies().getOrDefault("application/json", JSON.missingNode());
            this.sound = sound(document, content);
            this.changes = Spoiled.ofParameters(operation);
            changes.addAll(Spoiled.ofBody(document, sound, content.path("schema")));
            this.withoutRequired = Spoiled.withoutRequired(document, sound, content.path("schema"));
        }

        private static JsonNode sound(JsonNode document, JsonNode content) {
            List<JsonNode> examples = new ArrayList<>();
            if (content.has("example")) {
                examples.add(content.path("example"));
            }
            content.path("examples")
                    .forEach(each ->
                            examples.add(Operation.resolved(document, each).path("value")));
            return examples.isEmpty() ? JSON.createObjectNode() : examples.getFirst();
        }

        /** Whether it has two places at least of which one answer could name both. */
        boolean look() throws IOException, InterruptedException {
            chooseCaller();
            for (Change change : withoutRequired) {
                requireMissed(change);
            }
            for (Change change : Spoiled.beyondLimits(document, operation)) {
                requireLimit(change);
            }
            Map<String, List<Change>> named = new LinkedHashMap<>();
            Set<String> details = new HashSet<>();
            for (Change change : changes) {
                List<Change> ofPlace = named.getOrDefault(change.place(), List.of());
                if (ofPlace.size() < MOST_OF_ONE_PLACE) {
                    Optional<String> detail =
                            Optional.ofNullable(places(List.of(change)).get(change.place()));
                    if (detail.isPresent() && details.add(change.place() + detail.get())) {
                        named.computeIfAbsent(change.place(), place -> new ArrayList<>())
                                .add(change);
                    }
                }
            }
            if (named.size() < 2) {
                return false;
            }
            for (int i = 0; i < ROUNDS; i++) {
                round(named);
            }
            return true;
        }

        /** What the document calls required. */
        private void requireMissed(Change left) throws IOException, InterruptedException {
            if (!places(List.of(left)).containsKey(left.place())) {
                HttpResponse<String> answer = send(List.of(left));
                if (!FIRST.contains(answer.statusCode())) {
                    failures.put(
                            operation.id() + " " + left.place(),
                            "the document calls it required, and it is not missed: " + shortened(answer.body()));
                }
            }
        }

        /** A limit that the document states is kept: what is beyond it is refused by the name of its parameter, at a path also as nothing there. */
        private void requireLimit(Change beyond) throws IOException, InterruptedException {
            HttpResponse<String> answer = send(List.of(beyond));
            if (answer.statusCode() == UNKNOWN_CALLER || answer.statusCode() == FORBIDDEN) {
                return; // none of the callers given may use it
            }
            boolean isOfPath = operation.pathParameters().contains(beyond.place());
            boolean isRefused = answer.statusCode() == REFUSED
                    ? places(List.of(beyond)).containsKey(beyond.place())
                    : isOfPath && answer.statusCode() == NOT_FOUND;
            if (!isRefused) {
                failures.put(
                        operation.id() + " " + beyond.place() + " takes what the document says it does not",
                        beyond + " -> " + answer.statusCode() + " " + shortened(answer.body()));
            }
        }

        private void chooseCaller() throws IOException, InterruptedException {
            for (String each : tokens) {
                token = each;
                int status = send(List.of()).statusCode();
                if (status != 401 && status != 403) {
                    return;
                }
            }
        }

        private void round(Map<String, List<Change>> named) throws IOException, InterruptedException {
            List<Change> chosen = new ArrayList<>();
            for (List<Change> ofPlace : named.values()) {
                Change change = random.oneOf(ofPlace);
                if (random.yes() && chosen.stream().noneMatch(change::touches)) {
                    chosen.add(change);
                }
            }
            Set<String> told = places(chosen).keySet();
            for (Change change : chosen) {
                if (!told.contains(change.place()) && !isDependent(change.place())) {
                    fail(change, chosen);
                }
            }
        }

        private boolean isDependent(String place) {
            return dependent.contains(operation.id() + " " + place.replaceAll("/\\d+", "/*"));
        }

        /** Says beside which other one it goes unnamed, if a single one is enough. */
        private void fail(Change missing, List<Change> chosen) throws IOException, InterruptedException {
            String key = operation.id() + " " + missing.place();
            if (failures.containsKey(key)) {
                return;
            }
            for (Change other : chosen) {
                if (!other.equals(missing)) {
                    List<Change> pair = List.of(missing, other);
                    if (!places(pair).containsKey(missing.place())) {
                        failures.put(key, pair + " -> " + shortened(send(pair).body()));
                        return;
                    }
                }
            }
            failures.put(key, chosen + " -> " + shortened(send(chosen).body()));
        }

        /** The places that the answer names, with the first thing that it says of each; none when the request is not refused for its form. */
        private Map<String, String> places(List<Change> made) throws IOException, InterruptedException {
            HttpResponse<String> answer = send(made);
            Map<String, String> places = new LinkedHashMap<>();
            if (answer.statusCode() == 429 || answer.statusCode() >= 500) {
                failures.put(operation.id() + " answers " + answer.statusCode(), made + " -> " + answer.body());
            }
            if (answer.statusCode() == REFUSED) {
                parsed(answer.body()).path("errors").forEach(error -> {
                    String place =
                            error.path("pointer").asText(error.path("parameter").asText());
                    places.putIfAbsent(place, error.path("detail").asText());
                });
                checkOrder(places.keySet());
            }
            return places;
        }

        private void checkOrder(Set<String> places) {
            List<String> told = new ArrayList<>(new LinkedHashSet<>(places));
            for (int i = 0; i < told.size(); i++) {
                for (int j = i + 1; j < told.size(); j++) {
                    String pair = told.get(i) + " " + told.get(j);
                    order.put(pair, 1);
                    if (order.containsKey(told.get(j) + " " + told.get(i))) {
                        failures.putIfAbsent(operation.id() + " order of " + pair, "it was the other way round before");
                    }
                }
            }
        }

        private HttpResponse<String> send(List<Change> made) throws IOException, InterruptedException {
            requests++;
            JsonNode body = sound.deepCopy();
            Map<String, String> query = new LinkedHashMap<>();
            Map<String, String> inPath = new HashMap<>(known);
            Optional<String> key = Optional.of(UUID.randomUUID().toString());
            for (Change change : made) {
                if (change.isInBody()) {
                    Spoiled.apply(body, change);
                } else if (change.place().equals(Spoiled.KEY)) {
                    key = Optional.ofNullable(change.value()).map(JsonNode::asText);
                } else if (operation.pathParameters().contains(change.place())) {
                    inPath.put(change.place(), text(change));
                } else {
                    query.put(change.place(), text(change));
                }
            }
            String path = operation.path();
            for (String parameter : operation.pathParameters()) {
                path = path.replace("{" + parameter + "}", inPath.getOrDefault(parameter, NOWHERE));
            }
            List<String> parts = query.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .toList();
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            service.resolve(path + (parts.isEmpty() ? "" : "?" + String.join("&", parts))))
                    .header("If-Match", "*");
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            key.ifPresent(value -> request.header(Spoiled.KEY, value));
            if (operation.bodies().containsKey("application/json")) {
                request.header("Content-Type", "application/json")
                        .method(operation.method(), HttpRequest.BodyPublishers.ofString(body.toString()));
            } else {
                request.method(operation.method(), HttpRequest.BodyPublishers.noBody());
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String text(Change change) {
        return change.value() == null ? "" : change.value().asText();
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String shortened(String text) {
        return text.length() <= 1_500 ? text : text.substring(0, 1_500) + "...";
    }
}
