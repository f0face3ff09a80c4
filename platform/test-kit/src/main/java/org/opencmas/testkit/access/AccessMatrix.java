package org.opencmas.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.fuzz.Operation;

/**
 * Calls every operation of a running service as everybody whom its OpenAPI document and its access table tell apart: without a
 * token, with each kind of bad token, as each role, as another tenant of the same role, for what is another's and for what is not
 * there. What the table, the document and the service say must be the same.
 */
public final class AccessMatrix {
    /** Every role of the identity provider. */
    public static final List<String> ROLES = List.of(
            "agency-buyer",
            "agency-approver",
            "contractor",
            "dgs-analyst",
            "dgs-approver",
            "compliance-reviewer",
            "exemption-reviewer",
            "auditor");

    private static final int NOT_SAID = -1;
    private static final List<String> TENANTS = List.of("agency", "contractor");

    private final URI service;
    private final AccessTable table;
    private final JsonNode document;
    private final List<Operation> operations;
    private final Objects objects = new Objects();
    // Signed once: a signature takes longer than most calls.
    private final Map<String, String> badTokens = Tokens.bad(ROLES.toArray(String[]::new));
    private final Map<String, String> tokens = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Making> made = new ArrayList<>();
    private final Set<String> emptyWithoutRows = new TreeSet<>();
    private final Set<String> fieldsTried = new TreeSet<>();
    private final Set<String> filtersTried = new TreeSet<>();
    private int leastFields = NOT_SAID;
    private int leastFilters = NOT_SAID;
    private int calls;

    private final Map<String, Own> owned = new HashMap<>();

    private record Making(String operationId, String owner, String parameter) {}

    private record Own(UUID tenant, Map<String, String> path) {}

    private AccessMatrix(URI service, AccessTable table, JsonNode document) {
        this.service = service;
        this.table = table;
        this.document = document;
        this.operations = Operation.of(document);
    }

    /**
     * @param document the service's {@code openapi.yaml}
     * @param table its {@code access.csv}
     */
    public static AccessMatrix of(URI service, Path document, Path table) {
        try {
            JsonNode openApi = new ObjectMapper(new YAMLFactory()).readTree(document.toFile());
            return new AccessMatrix(service, AccessTable.read(table), openApi);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something of a tenant who makes none of these calls, for path parameters of that name; none by that name is not there. */
    public AccessMatrix foreign(String parameter, Object value) {
        return foreign(parameter, value, UUID.randomUUID());
    }

    /** @param absent a value of the same form that names nothing */
    public AccessMatrix foreign(String parameter, Object value, Object absent) {
        objects.add(parameter, value.toString(), absent.toString());
        return this;
    }

    /** An operation that answers of a foreign object as of its own, but with none of its rows in it: a sum of nothing, an empty list. */
    public AccessMatrix emptyWithoutRows(String operationId) {
        emptyWithoutRows.add(operationId);
        return this;
    }

    /** The same of an object that the owner makes with the example of an operation; its {@code Location} names it. */
    public AccessMatrix foreignMade(String operationId, String owner, String parameter) {
        made.add(new Making(operationId, owner, parameter));
        return this;
    }

    /**
     * What a tenant has of its own, at which an operation is tried with another's objects in its body and its filters: without it an
     * operation on one object is only tried on objects of another.
     *
     * @param tenant the agency or contractor that makes these calls
     * @param path each path parameter's value
     */
    public AccessMatrix own(String operationId, UUID tenant, Map<String, ?> path) {
        Map<String, String> values = new HashMap<>();
        path.forEach((name, value) -> values.put(name, value.toString()));
        owned.put(operationId, new Own(tenant, values));
        return this;
    }

    /**
     * In how many places, besides paths, a caller bound to its rows can name what is another's, at the least: a run that finds fewer of them
     * has lost some, and would pass for want of anything to try.
     *
     * @param inBodies fields of bodies that can be written
     * @param inQueries filters
     */
    public AccessMatrix foreignFields(int inBodies, int inQueries) {
        leastFields = inBodies;
        leastFilters = inQueries;
        return this;
    }

    /** @throws AssertionError with every difference, or when too little was there to try */
    public void run() {
        if (leastFields == NOT_SAID) {
            throw new AssertionError("say with foreignFields in how many places a caller can name what is another's");
        }
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            AccessCalls sender = new AccessCalls(client, service, objects);
            everyOperationHasItsRow();
            made.forEach(making -> objects.add(
                    making.parameter,
                    sender.made(named(making.operationId), making.owner),
                    UUID.randomUUID().toString()));
            for (Operation operation : operations) {
                AccessTable.Row row = table.of(operation.id());
                asNobody(sender, operation, row);
                asEachRole(sender, operation, row);
                asAnotherTenant(sender, operation, row);
                withForeignFields(sender, operation, row);
            }
            calls = sender.count();
        }
        System.out.println("access matrix: " + operations.size() + " operations, " + calls
                + " calls; another's object in the fields "
                + fieldsTried + " and the filters " + filtersTried + "; " + faults.size()
                + " differences from the table");
        expectTried("fields of bodies", fieldsTried, leastFields);
        expectTried("filters", filtersTried, leastFilters);
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    /**
     * Takes the application's own checks away, one place in its code after the other and then all together ({@link StrippedChecks}),
     * and calls every operation on rows of a tenant as another of the same role: the database alone has to keep them.
     *
     * @param agency to which the objects given belong
     * @param contractor to whom they belong
     * @throws AssertionError with every answer that told of a foreign row, or when no check was met
     */
    public void runStripped(UUID agency, UUID contractor) {
        int mutants = 0;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            AccessCalls sender = new AccessCalls(client, service, objects);
            for (Operation operation : operations) {
                AccessTable.Row row = table.of(operation.id());
                for (String tenant : TENANTS) {
                    for (String role : row.roles()) {
                        if (row.boundTo(tenant) && role.startsWith(tenant)) {
                            mutants += stripped(sender, operation, role, token(tenant, role), agency, contractor);
                        }
                    }
                }
            }
            calls = sender.count();
        } finally {
            StrippedChecks.tellTheTruth();
        }
        System.out.println("stripped checks: " + mutants + " mutants, " + calls + " calls, " + faults.size()
                + " answers with a foreign row");
        if (mutants == 0) {
            throw new AssertionError("the application was never seen to ask about its caller");
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private int stripped(
            AccessCalls sender, Operation operation, String role, String stranger, UUID agency, UUID contractor) {
        StrippedChecks.tellTheTruth();
        StrippedChecks.heard();
        AccessCalls.Answer kept = sender.forForeign(operation, stranger);
        List<String> places = new ArrayList<>(StrippedChecks.heard());
        Set<String> tried = new TreeSet<>();
        // A check that is gone lets the next one speak.
        for (int next = 0; next < places.size(); next++) {
            String place = places.get(next);
            if (tried.add(place)) {
                StrippedChecks.lieWhere(place::equals, agency, contractor);
                expectNoRow(
                        operation,
                        role + " without the check in " + place,
                        sender.forForeign(operation, stranger),
                        kept);
                places.addAll(StrippedChecks.heard());
            }
        }
        StrippedChecks.lieWhere(place -> true, agency, contractor);
        expectNoRow(operation, role + " without any check", sender.forForeign(operation, stranger), kept);
        return tried.isEmpty() ? 0 : tried.size() + 1;
    }

    /** An object of another is not there and is not changed; a list, and what is made, tells nothing of it that was not told before. */
    private void expectNoRow(Operation operation, String who, AccessCalls.Answer answer, AccessCalls.Answer kept) {
        boolean row = operation.pathParameters().isEmpty()
                ? objects.tells(answer.body()) && !objects.tells(kept.body())
                : answer.status() < 300
                        && (!emptyWithoutRows.contains(operation.id())
                                || objects.tellsMoreThan(operation.pathParameters(), answer.body()));
        expect(operation, who, answer, !row);
    }

    private Operation named(String operationId) {
        return operations.stream()
                .filter(operation -> operation.id().equals(operationId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no operation " + operationId));
    }

    private void everyOperationHasItsRow() {
        Set<String> told = new TreeSet<>();
        table.rows().forEach(row -> told.add(row.operation()));
        Set<String> served = new TreeSet<>();
        operations.forEach(operation -> served.add(operation.id()));
        Set<String> without = new TreeSet<>(served);
        without.removeAll(told);
        Set<String> gone = new TreeSet<>(told);
        gone.removeAll(served);
        if (!without.isEmpty() || !gone.isEmpty()) {
            throw new AssertionError(
                    "access.csv has no row for " + without + " and rows for what is not there: " + gone);
        }
        for (Operation operation : operations) {
            if (!operation.roles().equals(table.of(operation.id()).roles())) {
                faults.add(operation.id() + ": the document asks for " + operation.roles() + ", the table for "
                        + table.of(operation.id()).roles());
            }
        }
    }

    private void asNobody(AccessCalls sender, Operation operation, AccessTable.Row row) {
        AccessCalls.Answer anonymous = sender.forAbsent(operation, null);
        if (row.isPublic()) {
            expect(operation, "no token", anonymous, !anonymous.refused());
            // Whether a bad token is looked at or not, it opens nothing that is shut without.
            badTokens.forEach((kind, token) -> {
                AccessCalls.Answer answer = sender.forAbsent(operation, token);
                expect(operation, kind, answer, answer.status() == 401 || answer.status() == anonymous.status());
            });
            return;
        }
        expect(operation, "no token", anonymous, anonymous.status() == 401 && anonymous.isProblem());
        badTokens.forEach((kind, token) -> {
            AccessCalls.Answer answer = sender.forAbsent(operation, token);
            expect(operation, kind, answer, answer.status() == 401 && answer.isProblem());
        });
    }

    private void asEachRole(AccessCalls sender, Operation operation, AccessTable.Row row) {
        for (String role : ROLES) {
            AccessCalls.Answer answer = sender.forAbsent(operation, token("everybody", role));
            boolean may = row.isPublic() || row.roles().contains(role);
            expect(operation, role, answer, may ? !answer.refused() : answer.status() == 403 && answer.isProblem());
        }
        AccessCalls.Answer roleless = sender.forAbsent(operation, token("everybody", ""));
        expect(operation, "no role", roleless, row.isPublic() ? !roleless.refused() : roleless.status() == 403);
    }

    /** What is another's is answered exactly like what is not there, and lists do not tell of it. */
    private void asAnotherTenant(AccessCalls sender, Operation operation, AccessTable.Row row) {
        for (String tenant : TENANTS) {
            for (String role : row.roles()) {
                if (row.boundTo(tenant) && role.startsWith(tenant)) {
                    compare(sender, operation, role, token(tenant, role));
                }
            }
        }
    }

    private void expectTried(String what, Set<String> tried, int least) {
        if (tried.size() < least) {
            faults.add("another's object was named in " + tried.size() + " " + what + ", at least " + least
                    + " were expected: " + tried);
        }
    }

    /** A field or filter that names what is another's is answered like one that names nothing. */
    private void withForeignFields(AccessCalls sender, Operation operation, AccessTable.Row row) {
        for (ForeignFields.Naming naming : new ForeignFields(objects, document).of(operation)) {
            for (String tenant : TENANTS) {
                for (String role : row.roles()) {
                    if (row.boundTo(tenant) && role.startsWith(tenant)) {
                        if (!operation.pathParameters().isEmpty() && !owned.containsKey(operation.id())) {
                            faults.add(operation.id() + ": no object of the caller's own is given, at which to try "
                                    + naming.place());
                            return;
                        }
                        tryNaming(sender, operation, tenant, role, naming);
                    }
                }
            }
        }
    }

    private void tryNaming(
            AccessCalls sender, Operation operation, String tenant, String role, ForeignFields.Naming naming) {
        Own own = owned.getOrDefault(operation.id(), new Own(UUID.randomUUID(), Map.of()));
        String caller = token(tenant, role, own.tenant);
        Map<String, String> path = own.path;
        AccessCalls.Answer foreign =
                sender.naming(operation, caller, path, naming.with(objects.foreign(naming.name())));
        AccessCalls.Answer absent = sender.naming(operation, caller, path, naming.with(objects.absent(naming.name())));
        String who = role + " of another tenant who names it at " + naming.place() + " (" + absent + ")";
        boolean alike = foreign.status() == absent.status()
                && (foreign.status() < 300
                        || objects.withoutValues(foreign.body()).equals(objects.withoutValues(absent.body())));
        expect(operation, who, foreign, alike);
        expect(
                operation,
                who + " and is told of more",
                foreign,
                !objects.tellsMoreThan(List.of(naming.name()), foreign.body()));
        (naming.isInBody() ? fieldsTried : filtersTried)
                .add(operation.id() + " " + naming.place() + " " + absent.status());
    }

    private void compare(AccessCalls sender, Operation operation, String role, String stranger) {
        AccessCalls.Answer foreign = sender.forForeign(operation, stranger);
        String who = role + " of another tenant";
        if (operation.pathParameters().isEmpty()) {
            expect(operation, who + " is told of what is not its own", foreign, !objects.tells(foreign.body()));
            return;
        }
        if (!objects.hasAll(operation.pathParameters())) {
            faults.add(operation.id() + ": no foreign object is given for " + operation.pathParameters());
            return;
        }
        AccessCalls.Answer absent = sender.forAbsent(operation, stranger);
        expect(operation, who + ", foreign", foreign, foreign.status() == 404 && foreign.isProblem());
        expect(
                operation,
                who + " can tell it from what is not there (" + objects.withoutValues(absent.body()) + ")",
                foreign,
                objects.withoutValues(foreign.body()).equals(objects.withoutValues(absent.body()))
                        && foreign.status() == absent.status());
    }

    /** @param tenant what the role is bound to, a stranger to every object: {@code agency}, {@code contractor} or both of them */
    private String token(String tenant, String role) {
        return tokens.computeIfAbsent(tenant + role, unused -> token(tenant, role, UUID.randomUUID()));
    }

    private static String token(String tenant, String role, UUID id) {
        return Tokens.bound(tenant.equals("contractor") ? null : id, tenant.equals("agency") ? null : id, role);
    }

    private void expect(Operation operation, String who, AccessCalls.Answer answer, boolean holds) {
        if (!holds) {
            faults.add(operation.id() + ", " + who + ": " + answer);
        }
    }
}
