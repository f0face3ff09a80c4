package org.opencmas.console.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.opencmas.console.client.SentBody;

/**
 * The four services as their committed OpenAPI documents show them: each operation refuses a body that it does not take, and answers its example over real HTTP, so that pages are seen with data without the suite; a
 * test may have one answer otherwise, and reads what was asked.
 */
final class ServicesByExample implements AutoCloseable {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, String> SERVICES = Map.of(
            "registry", "contract-registry-service",
            "order", "order-service",
            "compliance", "compliance-service",
            "fees", "fee-reporting-service");

    private final Map<String, JsonNode> documents = new HashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger version = new AtomicInteger(1);
    private volatile boolean keepsVersions;
    private final HttpServer server;

    /** What an operation answers. */
    private record Answer(int status, String body) {}

    /** Gives the console the services' addresses before it starts; the test listens there. */
    public static final class Addresses implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Map<String, String> addresses = new HashMap<>();
                SERVICES.keySet()
                        .forEach(service -> addresses.put(
                                "quarkus.rest-client." + service + ".url",
                                "http://localhost:" + free.getLocalPort() + "/" + service));
                return addresses;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {}
    }

    ServicesByExample() throws IOException {
        for (Map.Entry<String, String> service : SERVICES.entrySet()) {
            documents.put(
                    service.getKey(),
                    YAML.readTree(
                            Path.of("..", service.getValue(), "openapi.yaml").toFile()));
        }
        String address = ConfigProvider.getConfig().getValue("quarkus.rest-client.order.url", String.class);
        int port = Integer.parseInt(address.replaceFirst("http://localhost:([0-9]+)/.*", "$1"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Has an operation answer otherwise than its example. */
    void answers(String operationId, int status, String body) {
        answers.put(operationId, new Answer(status, body));
    }

    /** Has everything be one thing with one version, as a service keeps it: what names another one in If-Match is refused with 412, and what names it makes the next. */
    void keepsVersions() {
        keepsVersions = true;
    }

    /** Somebody else changes it. */
    void isChangedByAnother() {
        version.incrementAndGet();
    }

    /** Returns the example of an operation's answer, to be changed. */
    ObjectNode exampleOf(String service, String operationId) {
        for (JsonNode path : documents.get(service).path("paths")) {
            for (JsonNode operation : path) {
                if (operation.path("operationId").asText().equals(operationId)) {
                    return (ObjectNode) successful(operation).deepCopy();
                }
            }
        }
        throw new IllegalArgumentException(operationId);
    }

    /** Returns what was asked since the last time, each as {@code operationId /path body}. */
    List<String> received() {
        List<String> all = List.copyOf(received);
        received.clear();
        return all;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String service = path.replaceFirst("^/([a-z]+)/.*", "$1");
        String asked = path.substring(service.length() + 1);
        JsonNode operation = operation(documents.get(service), exchange.getRequestMethod(), asked);
        String id = operation.path("operationId").asText();
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(id + " " + asked + " " + sent);
        Answer answer = answers.getOrDefault(id, example(operation));
        List<String> misfits = SentBody.faults(documents.get(service), operation, sent);
        if (!misfits.isEmpty()) {
            answer = new Answer(
                    400,
                    YAML.createObjectNode()
                            .put("status", 400)
                            .put("title", "Bad request")
                            .put("detail", id + " does not take it: " + misfits)
                            .toString());
        }
        String seen = exchange.getRequestHeaders().getFirst("If-Match");
        if (keepsVersions && seen != null && !seen.equals("\"" + version + "\"")) {
            answer = new Answer(
                    412,
                    "{\"status\": 412, \"title\": \"Precondition failed\", \"detail\": \"It was changed since it was read.\"}");
        } else if (keepsVersions && seen != null && answer.status() < 400) {
            version.incrementAndGet();
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
        exchange.getResponseHeaders().set("ETag", "\"" + version + "\"");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The operation whose path fits, one with fewer placeholders before one with more. */
    private static JsonNode operation(JsonNode document, String method, String path) {
        return document.path("paths").properties().stream()
                .filter(each -> path.matches(each.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .min((one, other) -> Long.compare(placeholders(one.getKey()), placeholders(other.getKey())))
                .map(each -> each.getValue().path(method.toLowerCase(Locale.ROOT)))
                .orElse(YAML.missingNode());
    }

    private static long placeholders(String path) {
        return path.chars().filter(sign -> sign == '{').count();
    }

    private static Answer example(JsonNode operation) {
        return Stream.of(200, 201, 202)
                .filter(status -> operation.path("responses").has(Integer.toString(status)))
                .findFirst()
                .map(status -> new Answer(status, successful(operation).toString()))
                .orElse(new Answer(
                        404, "{\"status\": 404, \"title\": \"Not found\", \"detail\": \"No such operation\"}"));
    }

    private static JsonNode successful(JsonNode operation) {
        return Stream.of(200, 201, 202)
                .map(status -> operation.at("/responses/" + status + "/content/application~1json/example"))
                .filter(example -> !example.isMissingNode())
                .findFirst()
                .orElse(YAML.missingNode());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
