package org.opencmas.local.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.opencmas.embedded.StartFailure;
import org.opencmas.local.server.Addresses;
import org.opencmas.local.server.Endpoints;

/**
 * The realm {@code cmas} for the local identity provider: one confidential client and one human user per persona of the
 * sample data, and the roles. Secrets and passwords are samples; the realm serves this machine only.
 */
public final class Realm {

    private static final int TOKEN_SECONDS = 900;
    /** As many in a row lock a person out, for longer each time. */
    private static final int WRONG_PASSWORDS = 10;

    private static final int LOCKED_OUT_SECONDS = 60;
    private static final int LONGEST_LOCKED_OUT_SECONDS = 900;
    private static final String PASSWORD = "sample";
    private static final int ITERATIONS = 27_500;
    private static final int HASH_BITS = 512;
    private static final String PERSONAS = "/sample/personas.json";
    private static final List<String> TENANT_CLAIMS = List.of("agency_id", "contractor_id");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Persona> personas;
    private final String hashedPassword = hashed(PASSWORD);

    public Realm(List<Persona> personas) {
        this.personas = List.copyOf(personas);
    }

    /**
     * Someone who uses the suite.
     *
     * @param clientId name of the client that acts for it, such as {@code erp-city-of-fresno}
     * @param name what a person calls it
     * @param username login name of its human user
     * @param roles realm roles, see DESIGN section 9
     * @param agencyId the agency it acts for, or empty
     * @param contractorId the contractor it acts for, or empty
     */
    public record Persona(
            String clientId, String name, String username, List<String> roles, String agencyId, String contractorId) {
        String claim(String claim) {
            return claim.equals("agency_id") ? agencyId : contractorId;
        }
    }

    /**
     * The client that people sign in with.
     *
     * @param addresses where the console answers, without a trailing slash
     * @param secret made at random for this run; there is no other
     */
    public record ConsoleClient(List<URI> addresses, String secret) {}

    /** Reads the personas of the sample data. */
    public static Realm ofSample() {
        try (InputStream in = Realm.class.getResourceAsStream(PERSONAS)) {
            if (in == null) {
                throw new StartFailure("The sample's personas " + PERSONAS + " are not on the class path.");
            }
            var personas = new ArrayList<Persona>();
            for (JsonNode node : JSON.readTree(in).path("personas")) {
                String clientId = node.path("clientId").asText();
                var roles = new ArrayList<String>();
                node.path("roles").forEach(role -> roles.add(role.asText()));
                personas.add(new Persona(
                        clientId,
                        node.path("name").asText(clientId),
                        node.path("username").asText(clientId),
                        roles,
                        node.path("agencyId").asText(""),
                        node.path("contractorId").asText("")));
            }
            return new Realm(personas);
        } catch (IOException e) {
            throw new StartFailure("The sample's personas could not be read: " + e.getMessage(), e);
        }
    }

    /** Returns the realm as Keycloak imports it. */
    public String json(ConsoleClient console) {
        ObjectNode realm = JSON.createObjectNode();
        realm.put("realm", Addresses.REALM)
                .put("enabled", true)
                .put("displayName", "CMAS (local sample)")
                .put("sslRequired", "none")
                .put("accessTokenLifespan", TOKEN_SECONDS)
                .put("registrationAllowed", false)
                .put("bruteForceProtected", true)
                .put("failureFactor", WRONG_PASSWORDS)
                .put("waitIncrementSeconds", LOCKED_OUT_SECONDS)
                .put("maxFailureWaitSeconds", LONGEST_LOCKED_OUT_SECONDS);
        addRoles(realm);
        ArrayNode clients = realm.putArray("clients");
        ArrayNode users = realm.putArray("users");
        addConsole(clients.addObject(), console);
        for (Persona persona : personas) {
            addClient(clients.addObject(), persona);
            addServiceAccount(users.addObject(), persona);
            addHuman(users.addObject(), persona);
        }
        allowTenantAttributes(realm);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
        } catch (JsonProcessingException e) {
            throw new StartFailure("The realm could not be written: " + e.getMessage(), e);
        }
    }

    private void addRoles(ObjectNode realm) {
        Set<String> roles = new TreeSet<>();
        personas.forEach(persona -> roles.addAll(persona.roles()));
        ArrayNode list = realm.putObject("roles").putArray("realm");
        roles.forEach(role -> list.addObject().put("name", role));
    }

    /** Confidential, with the authorization code flow and PKCE alone. */
    private static void addConsole(ObjectNode client, ConsoleClient console) {
        client.put("clientId", "cmas-console")
                .put("name", "CMAS console")
                .put("publicClient", false)
                .put("secret", console.secret())
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", false);
        ArrayNode redirects = client.putArray("redirectUris");
        console.addresses().forEach(address -> redirects.add(address + "/signed-in"));
        client.putObject("attributes")
                .put("pkce.code.challenge.method", "S256")
                .put(
                        "post.logout.redirect.uris",
                        console.addresses().stream()
                                .map(address -> address + "/signed-out")
                                .collect(Collectors.joining("##")));
        ArrayNode mappers = client.putArray("protocolMappers");
        for (String claim : TENANT_CLAIMS) {
            ObjectNode mapper = mapper(mappers, claim, "oidc-usermodel-attribute-mapper");
            mapper.put("user.attribute", claim);
        }
        addAudience(mappers);
    }

    private static void addClient(ObjectNode client, Persona persona) {
        client.put("clientId", persona.clientId())
                .put("name", persona.name())
                .put("secret", Endpoints.sampleSecret(persona.clientId()))
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false);
        ArrayNode mappers = client.putArray("protocolMappers");
        for (String claim : TENANT_CLAIMS) {
            if (!persona.claim(claim).isEmpty()) {
                mapper(mappers, claim, "oidc-hardcoded-claim-mapper").put("claim.value", persona.claim(claim));
            }
        }
        addAudience(mappers);
    }

    /** Its tokens are meant for the suite: what the services ask of every token ({@code quarkus.oidc.token.audience}). */
    private static void addAudience(ArrayNode mappers) {
        mappers.addObject()
                .put("name", "audience")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper")
                .putObject("config")
                .put("included.custom.audience", Addresses.REALM)
                .put("id.token.claim", "false")
                .put("access.token.claim", "true");
    }

    private static ObjectNode mapper(ArrayNode mappers, String claim, String kind) {
        ObjectNode mapper = mappers.addObject();
        mapper.put("name", claim).put("protocol", "openid-connect").put("protocolMapper", kind);
        return mapper.putObject("config")
                .put("claim.name", claim)
                .put("jsonType.label", "String")
                .put("access.token.claim", "true")
                .put("id.token.claim", "true");
    }

    private static void addServiceAccount(ObjectNode user, Persona persona) {
        user.put("username", "service-account-" + persona.clientId())
                .put("enabled", true)
                .put("serviceAccountClientId", persona.clientId());
        persona.roles().forEach(user.putArray("realmRoles")::add);
    }

    private void addHuman(ObjectNode user, Persona persona) {
        user.put("username", persona.username())
                .put("enabled", true)
                .put("firstName", persona.name())
                .put("lastName", "(sample)")
                .put("email", persona.username() + "@sample.invalid")
                .put("emailVerified", true);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("credentialData", "{\"algorithm\":\"pbkdf2-sha256\",\"hashIterations\":" + ITERATIONS + "}")
                .put("secretData", hashedPassword)
                .put("temporary", false);
        persona.roles().forEach(user.putArray("realmRoles")::add);
        ObjectNode attributes = user.putObject("attributes");
        for (String claim : TENANT_CLAIMS) {
            if (!persona.claim(claim).isEmpty()) {
                attributes.putArray(claim).add(persona.claim(claim));
            }
        }
    }

    /** Hashed here once: hashing it anew for each user would make the first start ten seconds longer. */
    private static String hashed(String password) {
        try {
            byte[] salt = "opencmas-sample!".getBytes(StandardCharsets.US_ASCII);
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BITS))
                    .getEncoded();
            ObjectNode secret = JSON.createObjectNode();
            secret.put("value", Base64.getEncoder().encodeToString(hash));
            secret.put("salt", Base64.getEncoder().encodeToString(salt));
            return secret.toString();
        } catch (GeneralSecurityException e) {
            throw new StartFailure("The sample password could not be hashed: " + e.getMessage(), e);
        }
    }

    /** Without this, Keycloak drops attributes that its user profile does not name. */
    private static void allowTenantAttributes(ObjectNode realm) {
        realm.putObject("components")
                .putArray("org.keycloak.userprofile.UserProfileProvider")
                .addObject()
                .put("providerId", "declarative-user-profile")
                .putObject("config")
                .putArray("kc.user.profile.config")
                .add("""
                        {"attributes":[
                        {"name":"username","permissions":{"view":["admin","user"],"edit":["admin"]}},
                        {"name":"email","permissions":{"view":["admin","user"],"edit":["admin"]}},
                        {"name":"firstName","permissions":{"view":["admin","user"],"edit":["admin"]}},
                        {"name":"lastName","permissions":{"view":["admin","user"],"edit":["admin"]}}],
                        "unmanagedAttributePolicy":"ADMIN_EDIT"}""");
    }
}
