package org.opencmas.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RealmTest {
    private static final Realm.ConsoleClient CONSOLE = new Realm.ConsoleClient(
            List.of(URI.create("http://localhost:8080"), URI.create("http://127.0.0.1:8080")), "a-secret-of-this-run");

    @Test
    @DisplayName(
            "The console's client is confidential, takes the code flow with PKCE alone, and leads back to the console's two addresses only")
    void consoleIsConfidential() throws Exception {
        JsonNode client = byField(
                new ObjectMapper().readTree(Realm.ofSample().json(CONSOLE)).path("clients"),
                "clientId",
                "cmas-console");

        assertThat(client.path("publicClient").asBoolean(true)).isFalse();
        assertThat(client.path("secret").asText()).isEqualTo("a-secret-of-this-run");
        assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(client.path("serviceAccountsEnabled").asBoolean(false)).isFalse();
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(client.path("redirectUris"))
                .extracting(JsonNode::asText)
                .containsExactly("http://localhost:8080/signed-in", "http://127.0.0.1:8080/signed-in");
        assertThat(client.at("/attributes/post.logout.redirect.uris").asText())
                .isEqualTo("http://localhost:8080/signed-out##http://127.0.0.1:8080/signed-out");
        assertThat(client.has("webOrigins")).isFalse();
    }

    @Test
    @DisplayName("Every persona has a client with its claims, a service account with its roles, and a human user")
    void everyPersonaHasClientAndUsers() throws Exception {
        var persona = new Realm.Persona("erp-fresno", "Fresno", "frida", List.of("agency-buyer"), "agency-1", "");

        JsonNode realm = new ObjectMapper().readTree(new Realm(List.of(persona)).json(CONSOLE));

        JsonNode client = byField(realm.path("clients"), "clientId", "erp-fresno");
        assertThat(client.path("secret").asText()).isEqualTo("erp-fresno-secret");
        JsonNode claim = client.path("protocolMappers").path(0).path("config");
        assertThat(claim.path("claim.name").asText()).isEqualTo("agency_id");
        assertThat(claim.path("claim.value").asText()).isEqualTo("agency-1");
        assertThat(byField(client.path("protocolMappers"), "name", "audience")
                        .at("/config/included.custom.audience")
                        .asText())
                .isEqualTo("cmas");
        assertThat(client.path("protocolMappers")).hasSize(2);
        assertThat(byField(realm.path("users"), "serviceAccountClientId", "erp-fresno")
                        .path("realmRoles")
                        .path(0)
                        .asText())
                .isEqualTo("agency-buyer");
        assertThat(byField(realm.path("users"), "username", "frida")
                        .path("attributes")
                        .path("agency_id")
                        .path(0)
                        .asText())
                .isEqualTo("agency-1");
        assertThat(byField(realm.path("roles").path("realm"), "name", "agency-buyer"))
                .isNotNull();
    }

    @Test
    @DisplayName("The sample has a persona for every role")
    void sampleHasEveryRole() throws Exception {
        JsonNode realm = new ObjectMapper().readTree(Realm.ofSample().json(CONSOLE));
        Set<String> roles = new HashSet<>();
        realm.path("roles")
                .path("realm")
                .forEach(role -> roles.add(role.path("name").asText()));
        assertThat(roles)
                .containsExactlyInAnyOrder(
                        "agency-buyer",
                        "agency-approver",
                        "contractor",
                        "dgs-analyst",
                        "dgs-approver",
                        "compliance-reviewer",
                        "exemption-reviewer",
                        "auditor");
    }

    @Test
    @DisplayName("There are a buyer and an analyst who may not approve, and a buyer whose token names no agency")
    void sampleHasPersonasWhoMayLess() throws Exception {
        JsonNode realm = new ObjectMapper().readTree(Realm.ofSample().json(CONSOLE));
        assertThat(rolesOf(realm, "buyer-burlingame")).containsExactly("agency-buyer");
        assertThat(rolesOf(realm, "dgs-analyst")).containsExactly("dgs-analyst");
        assertThat(rolesOf(realm, "buyer-without-agency")).containsExactly("agency-buyer");
        assertThat(byField(realm.path("clients"), "clientId", "buyer-without-agency")
                        .path("protocolMappers")
                        .findValuesAsText("claim.name"))
                .isEmpty();
    }

    @Test
    @DisplayName("Guessing a password locks its person out")
    void guessingLocksOut() throws Exception {
        JsonNode realm = new ObjectMapper().readTree(Realm.ofSample().json(CONSOLE));
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isEqualTo(10);
    }

    private static List<String> rolesOf(JsonNode realm, String clientId) {
        List<String> roles = new ArrayList<>();
        byField(realm.path("users"), "serviceAccountClientId", clientId)
                .path("realmRoles")
                .forEach(role -> roles.add(role.asText()));
        return roles;
    }

    @Test
    @DisplayName("The README names every client of the sample")
    void readmeNamesEveryClient() throws Exception {
        String readme = Files.readString(Path.of("../../README.md"));
        JsonNode realm = new ObjectMapper().readTree(Realm.ofSample().json(CONSOLE));
        for (JsonNode client : realm.path("clients")) {
            if (!client.path("publicClient").asBoolean()) {
                assertThat(readme).contains("`" + client.path("clientId").asText() + "`");
            }
        }
    }

    @Test
    @DisplayName("The realm is the same text each time, so that a changed one is noticed")
    void isTheSameEachTime() {
        assertThat(Realm.ofSample().json(CONSOLE)).isEqualTo(Realm.ofSample().json(CONSOLE));
    }

    private static JsonNode byField(JsonNode list, String field, String value) {
        for (JsonNode node : list) {
            if (node.path(field).asText().equals(value)) {
                return node;
            }
        }
        throw new AssertionError("no " + field + " " + value + " in " + list);
    }
}
