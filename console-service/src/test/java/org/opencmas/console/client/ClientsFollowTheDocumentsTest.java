package org.opencmas.console.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.console.client.agency.Complaints;
import org.opencmas.console.client.agency.OrderEnds;
import org.opencmas.console.client.agency.OrderImports;
import org.opencmas.console.client.agency.OrderRecords;
import org.opencmas.console.client.agency.ProgressPayments;
import org.opencmas.console.client.department.AgreementDocuments;
import org.opencmas.console.client.department.AgreementDrafts;
import org.opencmas.console.client.department.Contractors;
import org.opencmas.console.client.department.Dashboards;
import org.opencmas.console.client.department.FeeFigures;
import org.opencmas.console.client.department.Journal;
import org.opencmas.console.client.department.Letters;
import org.opencmas.console.client.department.OrderTies;
import org.opencmas.console.client.department.Oversight;
import org.opencmas.console.client.department.Remittances;
import org.opencmas.console.client.department.Settlements;

/**
 * Each client's operations, parameters and fields exist in the committed OpenAPI document of its service; a field that may be missing or null there is {@code @Nullable}
 * here.
 */
class ClientsFollowTheDocumentsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<Class<?>, String> CLIENTS = Map.ofEntries(
            Map.entry(Registry.class, "contract-registry-service"),
            Map.entry(PriceListImports.class, "contract-registry-service"),
            Map.entry(PricedAgreements.class, "contract-registry-service"),
            Map.entry(AgreementDrafts.class, "contract-registry-service"),
            Map.entry(Contractors.class, "contract-registry-service"),
            Map.entry(AgreementDocuments.class, "contract-registry-service"),
            Map.entry(Compliance.class, "compliance-service"),
            Map.entry(DatedFigures.class, "compliance-service"),
            Map.entry(Decisions.class, "compliance-service"),
            Map.entry(Orders.class, "order-service"),
            Map.entry(Requests.class, "order-service"),
            Map.entry(Policies.class, "order-service"),
            Map.entry(Bills.class, "order-service"),
            Map.entry(OrderEnds.class, "order-service"),
            Map.entry(OrderRecords.class, "order-service"),
            Map.entry(OrderImports.class, "order-service"),
            Map.entry(Complaints.class, "order-service"),
            Map.entry(ProgressPayments.class, "order-service"),
            Map.entry(Oversight.class, "order-service"),
            Map.entry(Journal.class, "order-service"),
            Map.entry(Doubts.class, "order-service"),
            Map.entry(Dashboards.class, "fee-reporting-service"),
            Map.entry(FeeFigures.class, "fee-reporting-service"),
            Map.entry(Letters.class, "fee-reporting-service"),
            Map.entry(Settlements.class, "fee-reporting-service"),
            Map.entry(Remittances.class, "fee-reporting-service"),
            Map.entry(OrderTies.class, "fee-reporting-service"),
            Map.entry(Fees.class, "fee-reporting-service"),
            Map.entry(Sales.class, "fee-reporting-service"),
            Map.entry(Reports.class, "fee-reporting-service"),
            Map.entry(ReportFiles.class, "fee-reporting-service"));

    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private JsonNode document = YAML.missingNode();

    static Stream<Map.Entry<Class<?>, String>> clients() {
        return CLIENTS.entrySet().stream();
    }

    @DisplayName("A client asks only for what its service's document tells of")
    @ParameterizedTest
    @MethodSource("clients")
    void followsItsDocument(Map.Entry<Class<?>, String> client) throws IOException {
        document =
                YAML.readTree(Path.of("..", client.getValue(), "openapi.yaml").toFile());
        String root = client.getKey().getAnnotation(jakarta.ws.rs.Path.class).value();
        for (Method method : client.getKey().getDeclaredMethods()) {
            check(root, method);
        }
        assertThat(faults).isEmpty();
    }

    private void check(String root, Method method) {
        String verb = Stream.of(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(each -> each != null)
                .map(each -> each.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElseThrow();
        String path = root + method.getAnnotation(jakarta.ws.rs.Path.class).value();
        JsonNode item = document.path("paths").path(path);
        JsonNode operation = item.path(verb);
        if (operation.isMissingNode()) {
            faults.add("There is no " + verb + " " + path);
            return;
        }
        Map<String, JsonNode> parameters = new HashMap<>();
        item.path("parameters").forEach(each -> parameters.put(each.path("name").asText(), each));
        operation
                .path("parameters")
                .forEach(each -> parameters.put(each.path("name").asText(), each));
        sentBy(method)
                .filter(name -> !name.isEmpty() && !parameters.containsKey(name))
                .forEach(name -> faults.add(verb + " " + path + " takes no " + name));
        check(path, answer(operation), method.getAnnotatedReturnType());
        JsonNode body = operation.at("/requestBody/content/application~1json/schema");
        for (Parameter parameter : method.getParameters()) {
            if (parameter.getAnnotations().length == 0) {
                checkSent(path, body, parameter.getAnnotatedType());
            }
        }
    }

    private static JsonNode answer(JsonNode operation) {
        return Stream.of("200", "201", "202")
                .map(status -> operation.at("/responses/" + status + "/content/application~1json/schema"))
                .filter(schema -> !schema.isMissingNode())
                .findFirst()
                .orElse(YAML.missingNode());
    }

    /** What is sent may leave fields out; each that is sent must be known, for a service may pass over what it does not know. */
    private void checkSent(String where, JsonNode told, AnnotatedType sent) {
        JsonNode schema = resolved(told);
        Type type = sent.getType();
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            checkSent(where + "[]", schema.path("items"), elementOf(sent));
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                JsonNode field = property(schema, component.getName());
                if (field.isMissingNode()) {
                    faults.add(where + " takes no " + component.getName());
                } else {
                    checkSent(where + "." + component.getName(), field, component.getAnnotatedType());
                }
            }
        }
    }

    private static Stream<String> sentBy(Method method) {
        return Stream.of(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Stream.of(parameter.getType().getFields()).map(ClientsFollowTheDocumentsTest::nameOf)
                        : Stream.of(nameOf(parameter)));
    }

    private static String nameOf(AnnotatedElement sent) {
        QueryParam query = sent.getAnnotation(QueryParam.class);
        PathParam inPath = sent.getAnnotation(PathParam.class);
        HeaderParam header = sent.getAnnotation(HeaderParam.class);
        return query != null ? query.value() : inPath != null ? inPath.value() : header != null ? header.value() : "";
    }

    private void check(String where, JsonNode told, AnnotatedType read) {
        JsonNode schema = resolved(told);
        Type type = read.getType();
        if (type instanceof ParameterizedType generic && generic.getRawType() == RestResponse.class) {
            check(where, told, elementOf(read));
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            check(where + "[]", schema.path("items"), elementOf(read));
        } else if (type instanceof Class<?> record && record.isRecord()) {
            if (!seen.add(where + record)) {
                return;
            }
            for (RecordComponent component : record.getRecordComponents()) {
                check(where, schema, component);
            }
        }
    }

    private void check(String where, JsonNode schema, RecordComponent component) {
        String field = where + "." + component.getName();
        JsonNode told = property(schema, component.getName());
        if (told.isMissingNode()) {
            faults.add("There is no " + field);
            return;
        }
        boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (!isNullable && (mayBeNull(told) || !isRequired(schema, component.getName()))) {
            faults.add(field + " may be missing or null");
        }
        check(field, told, component.getAnnotatedType());
    }

    private JsonNode property(JsonNode schema, String name) {
        JsonNode own = schema.path("properties").path(name);
        for (JsonNode part : schema.path("allOf")) {
            if (own.isMissingNode()) {
                own = property(resolved(part), name);
            }
        }
        return own;
    }

    private boolean isRequired(JsonNode schema, String name) {
        for (JsonNode each : schema.path("required")) {
            if (each.asText().equals(name)) {
                return true;
            }
        }
        for (JsonNode part : schema.path("allOf")) {
            if (isRequired(resolved(part), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeNull(JsonNode schema) {
        for (JsonNode each : schema.path("anyOf")) {
            if (each.path("type").asText().equals("null")) {
                return true;
            }
        }
        for (JsonNode type : schema.path("type")) {
            if (type.asText().equals("null")) {
                return true;
            }
        }
        return false;
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document.at(schema.path("$ref").asText().substring(1)));
        }
        for (JsonNode each : schema.path("anyOf")) {
            if (!each.path("type").asText().equals("null")) {
                return resolved(each);
            }
        }
        return schema;
    }

    private static AnnotatedType elementOf(AnnotatedType list) {
        return ((java.lang.reflect.AnnotatedParameterizedType) list).getAnnotatedActualTypeArguments()[0];
    }
}
