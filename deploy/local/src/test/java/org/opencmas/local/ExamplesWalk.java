package org.opencmas.local;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opencmas.local.client.Answer;
import org.opencmas.local.client.Call;
import org.opencmas.local.client.Service;
import org.opencmas.local.client.SuiteClient;
import org.opencmas.local.server.Endpoints;
import org.opencmas.terms.ProgramCalendar;

/**
 * Sends the examples in the services' OpenAPI documents to the suite with its sample data, in the order of their {@code turn}; one
 * without a turn is only shown. A day of the request that must be the day of the run is named by JSON pointer in {@code today}. What only an answer tells, such as the id of an order, is taken from the answer that {@code from} names; the parameter
 * that is shown is that of an earlier run. With {@code -Dcommitted.update=true} the answers become the examples, as {@link RecordedAnswer} cuts them.
 */
final class ExamplesWalk {
    /** The sample parks no event, so that there is none to replay. */
    private static final Set<String> NOT_SHOWN = Set.of("replayParkedEvent");

    /** A minute of them and more. */
    private static final int MOST_TRIES = 240;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Service, String> MODULES = Map.of(
            Service.REGISTRY, "contract-registry-service",
            Service.ORDER, "order-service",
            Service.COMPLIANCE, "compliance-service",
            Service.FEES, "fee-reporting-service");

    private final Path root;
    private final SuiteClient client;
    private final Map<String, JsonNode> answers = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    ExamplesWalk(Path root, Endpoints endpoints) {
        this.root = root;
        this.client = new SuiteClient(endpoints);
    }

    /** @param item the path's operations, by method */
    private record Example(
            Service service,
            String id,
            String method,
            String path,
            JsonNode item,
            JsonNode operation,
            Path file,
            ObjectNode told) {
        int turn() {
            return told.path("turn").asInt();
        }

        boolean takes(String parameter) {
            return operation.path("parameters").findValuesAsText("name").contains(parameter);
        }
    }

    /** Every operation that has no example, and every example that is not answered as its document says. */
    List<String> faults() {
        List<Example> examples = new ArrayList<>();
        for (Service service : Service.values()) {
            JsonNode paths = client.get(service, "/q/openapi")
                    .query("format", "json")
                    .send()
                    .body()
                    .path("paths");
            paths.properties()
                    .forEach(item -> item.getValue()
                            .properties()
                            .forEach(operation -> add(service, item.getKey(), item.getValue(), operation, examples)));
        }
        examples.sort(Comparator.comparingInt(Example::turn));
        examples.forEach(this::send);
        return faults;
    }

    private void add(
            Service service,
            String path,
            JsonNode item,
            Map.Entry<String, JsonNode> operation,
            List<Example> examples) {
        String id = operation.getValue().path("operationId").asText();
        Path file = root.resolve(MODULES.get(service)).resolve("src/main/resources/openapi/examples/" + id + ".json");
        if (Files.exists(file)) {
            String method = operation.getKey().toUpperCase(Locale.ROOT);
            var example = new Example(service, id, method, path, item, operation.getValue(), file, read(file));
            if (example.told().has("turn")) {
                examples.add(example);
            }
        } else if (!NOT_SHOWN.contains(id)) {
            faults.add(service + " " + id + " has no example");
        }
    }

    private void send(Example example) {
        try {
            ObjectNode parameters = parameters(example);
            Answer answer = answer(example, parameters);
            answers.put(example.service() + " " + example.id(), answer.body());
            boolean declared = example.operation().path("responses").has(Integer.toString(answer.status()));
            boolean told = isAsTold(example, answer);
            boolean undecided = answer.status() == 202 && parameters.has("Prefer");
            if (!declared || !told && !undecided) {
                faults.add(
                        example.service() + " " + example.id() + " answers " + answer.status() + " " + answer.body());
            } else if (told && Boolean.getBoolean("committed.update")) {
                keep(example, parameters, answer);
            }
        } catch (RuntimeException broken) {
            faults.add(example.service() + " " + example.id() + " " + broken);
        }
    }

    private ObjectNode parameters(Example example) {
        ObjectNode parameters = example.told().path("parameters").isObject()
                ? example.told().path("parameters").deepCopy()
                : JSON.createObjectNode();
        example.told().path("from").properties().forEach(from -> {
            String[] place = from.getValue().asText().split(" ");
            Service service = place.length == 3 ? Service.valueOf(place[0]) : example.service();
            String value = answers.get(service + " " + place[place.length - 2])
                    .at(place[place.length - 1])
                    .asText();
            parameters.put(from.getKey(), value.substring(value.lastIndexOf('/') + 1));
        });
        return parameters;
    }

    /** A reading is repeated for a while, and so is what comes too early (409): the services hear of each other's doings a moment later. */
    private Answer answer(Example example, ObjectNode parameters) {
        Answer answer = call(example, parameters).send();
        for (int again = 0; again < MOST_TRIES; again++) {
            boolean mayComeLater = example.method().equals("GET") || answer.status() == 409;
            if (isAsTold(example, answer) || !mayComeLater) {
                return answer;
            }
            SuiteClient.pause(Duration.ofMillis(250));
            answer = call(example, parameters).send();
        }
        return answer;
    }

    /** Whether it has the example's status and says what {@code until} names, by JSON pointer. */
    private static boolean isAsTold(Example example, Answer answer) {
        return answer.status() == example.told().path("status").asInt()
                && example.told().path("until").properties().stream()
                        .allMatch(each -> answer.text(each.getKey())
                                .equals(each.getValue().asText()));
    }

    private Call call(Example example, ObjectNode parameters) {
        String path = filled(example.path(), parameters);
        Call call = signed(example, request(example, path));
        example.operation().path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            JsonNode value = parameters.path(name);
            if (parameter.path("in").asText().equals("query") && !value.isMissingNode()) {
                call.query(name, value.isArray() ? value.path(0).asText() : value.asText());
            } else if (parameter.path("in").asText().equals("header") && !value.isMissingNode()) {
                call.header(name, value.asText());
            }
        });
        if (example.takes("Idempotency-Key")) {
            call.key(UUID.randomUUID().toString());
        }
        if (example.takes("If-Match")) {
            String resource = path.substring(
                    0,
                    filled(example.path().replaceAll("}[^}]*$", "}"), parameters)
                            .length());
            call.ifMatch(signed(example, client.get(example.service(), resource))
                    .send()
                    .etag());
        }
        JsonNode request = request(example);
        if (request.isTextual()) {
            call.csv(request.asText());
        } else if (!request.isMissingNode()) {
            call.json(request);
        }
        return call;
    }

    private static JsonNode request(Example example) {
        JsonNode request = example.told().path("request").deepCopy();
        example.told().path("today").forEach(each -> {
            JsonPointer field = JsonPointer.compile(each.asText());
            ((ObjectNode) request.at(field.head()))
                    .put(
                            field.last().getMatchingProperty(),
                            ProgramCalendar.dateOf(Clock.systemUTC().instant()).toString());
        });
        return request;
    }

    private Call request(Example example, String path) {
        return switch (example.method()) {
            case "GET" -> client.get(example.service(), path);
            case "PUT" -> client.put(example.service(), path);
            default -> client.post(example.service(), path);
        };
    }

    private static Call signed(Example example, Call call) {
        String who = example.told().path("as").asText();
        return who.isEmpty() ? call : call.as(who);
    }

    private static String filled(String path, ObjectNode parameters) {
        String filled = path;
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            filled = filled.replace(
                    "{" + parameter.getKey() + "}",
                    URLEncoder.encode(parameter.getValue().asText(), StandardCharsets.UTF_8));
        }
        return filled;
    }

    private static void keep(Example example, ObjectNode parameters, Answer answer) {
        ObjectNode kept = example.told();
        if (!parameters.isEmpty()) {
            kept.set("parameters", RecordedAnswer.settled(kept.path("parameters"), parameters));
        }
        if (!answer.body().isMissingNode()) {
            kept.set("response", RecordedAnswer.of(kept.path("response"), answer.body(), kept.path("leaveOut")));
        }
        try {
            Files.writeString(example.file(), RecordedAnswer.text(kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
