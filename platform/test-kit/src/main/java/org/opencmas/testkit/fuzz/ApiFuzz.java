package org.opencmas.testkit.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.SeededGenerator;

/**
 * Calls the operations of a running service, made up from its OpenAPI document: the valid and the hostile, as each of the given
 * callers. No answer may be a failure, and each must be one that its operation declares.
 *
 * <p>{@code -Dfuzz.calls} says how many calls are made (3,000), {@code -Dtest.seed} repeats a run whose seed was printed. Without
 * either the calls are the same in each run, so that a failure tells of a change; with a number of calls they are others each time.
 */
public final class ApiFuzz {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_FAULTS_TOLD = 200;
    private static final int LONGEST_BODY_TOLD = 400;

    private final URI service;
    private final SeededGenerator random;
    private final List<String> tokens = new ArrayList<>();
    private final KnownValues known = new KnownValues();
    private final Set<String> withoutEffect = new HashSet<>();
    private final Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    private ApiFuzz(String name, URI service, long usualSeed) {
        this.service = service;
        this.random = Integer.getInteger("fuzz.calls") == null
                ? SeededGenerator.of(name + " fuzz", usualSeed)
                : SeededGenerator.of(name + " fuzz");
    }

    /**
     * @param name of the service, for the printed seed and counts
     * @param usualSeed of the run that is the same each time
     */
    public static ApiFuzz of(String name, URI service, long usualSeed) {
        return new ApiFuzz(name, service, usualSeed);
    }

    /** Calls are made with each of these bearer tokens, without any, and now and then with one that is none. */
    public ApiFuzz as(String... bearerTokens) {
        tokens.addAll(List.of(bearerTokens));
        return this;
    }

    /** Something that exists, for parameters and fields of that name. */
    public ApiFuzz knowing(String name, Object value) {
        known.add(name, value.toString());
        return this;
    }

    /** The operation is called only for what does not exist, since its effect would change the other tests of the same service. */
    public ApiFuzz withoutEffectOf(String operationId) {
        withoutEffect.add(operationId);
        return this;
    }

    /** @throws AssertionError with each kind of fault once, and the call that showed it */
    public void run() {
        int calls = Integer.getInteger("fuzz.calls", 3_000);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            JsonNode document = JSON.readTree(client.send(
                            HttpRequest.newBuilder(service.resolve("/q/openapi?format=json"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
            List<Operation> operations = Operation.of(document);
            HostileValues hostile = new HostileValues(random);
            CallMaker maker = new CallMaker(
                    service,
                    random,
                    hostile,
                    new SampleValues(document, random, hostile, known),
                    known,
                    tokens,
                    withoutEffect);
            AnswerCheck check = new AnswerCheck(document);
            for (int i = 0; i < calls; i++) {
                Operation operation = operations.get(i % operations.size());
                judge(client, operation, maker.call(operation), check);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        tell();
    }

    private void judge(HttpClient client, Operation operation, CallMaker.Call call, AnswerCheck check)
            throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(call.request(), HttpResponse.BodyHandlers.ofString());
            counts.computeIfAbsent(operation.id(), each -> new TreeMap<>()).merge(answer.statusCode(), 1, Integer::sum);
            String mediaType = answer.headers()
                    .firstValue("Content-Type")
                    .map(type -> type.replaceAll(";.*", "").strip())
                    .orElse("");
            check.faults(operation, answer.statusCode(), mediaType, answer.body())
                    .forEach(fault -> note(operation, fault, call, answer.body()));
            if (answer.statusCode() < 300 && mediaType.equals("application/json")) {
                known.addAll(JSON.readTree(answer.body()));
            }
            answer.headers().firstValue("ETag").ifPresent(tag -> known.add("If-Match", tag));
        } catch (JsonProcessingException e) {
            note(operation, "answers what is no JSON", call, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            note(operation, "does not answer: " + e.getClass().getSimpleName(), call, String.valueOf(e.getMessage()));
        }
    }

    private void note(Operation operation, String fault, CallMaker.Call call, String answer) {
        faults.putIfAbsent(operation.id() + " " + fault, call + "\n      -> " + shortened(answer));
    }

    private void tell() {
        StringBuilder table = new StringBuilder();
        counts.forEach((operation, statuses) -> table.append("  ")
                .append(operation)
                .append(' ')
                .append(statuses)
                .append('\n'));
        System.out.println("answers by operation and status:\n" + table);
        if (!faults.isEmpty()) {
            StringBuilder told = new StringBuilder(faults.size() + " kinds of faults\n");
            faults.entrySet().stream()
                    .limit(MOST_FAULTS_TOLD)
                    .forEach(fault -> told.append("- ")
                            .append(fault.getKey())
                            .append("\n      ")
                            .append(fault.getValue())
                            .append('\n'));
            throw new AssertionError(told.toString());
        }
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_BODY_TOLD ? text : text.substring(0, LONGEST_BODY_TOLD) + "...";
    }

    /** How long an answer may take; past it the call counts as one without an answer. */
    static Duration patience() {
        return Eventually.PATIENCE;
    }
}
