package org.opencmas.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.ConsoleDatabase;
import org.opencmas.console.person.Persons;

@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
@QuarkusTestResource(value = SignInProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ServicesByExample.Addresses.class, restrictToAnnotatedClass = true)
@DisplayName("A page shows the name of a person whom a service tells by an id, once they signed in here")
class PersonNamesTest extends PagesByExample {
    private static final String STRANGER = "9d5a91e6-d02c-4b75-bcef-b8138b0d71a5";

    @Inject
    Persons persons;

    private void draftedBy(String subject) {
        services.answers(
                "getAgreementDraft",
                200,
                services.exampleOf("registry", "getAgreementDraft")
                        .put("draftedBy", subject)
                        .toString());
    }

    @Test
    void whoSignedInIsCalledByName() throws Exception {
        try (var drafter = SignedInClient.of(RestAssured.port, "drafter:dgs-analyst");
                var approver = SignedInClient.of(RestAssured.port, "dap:dgs-approver")) {
            drafter.get("/queue");
            draftedBy("drafter");
            assertThat(approver.get("/agreement-drafts/" + STRANGER).body()).contains("by Person drafter.");
        }
    }

    @Test
    @DisplayName("of somebody who never did, it says so with the beginning of the id, and not the whole of it")
    void aStranger() throws Exception {
        draftedBy(STRANGER);
        try (var approver = SignedInClient.of(RestAssured.port, "dap:dgs-approver")) {
            assertThat(approver.get("/agreement-drafts/" + STRANGER).body())
                    .contains("by somebody not known here by name (id 9d5a91e6).");
        }
    }

    @Test
    @DisplayName("what a service tells by a name stays as it is, and a system is called one")
    void namesStay() {
        assertThat(persons.called("service-account-erp-lodi")).isEqualTo("erp-lodi (a system)");
        assertThat(persons.called("B. Buyer")).isEqualTo("B. Buyer");
        assertThat(persons.called(null)).isEmpty();
    }
}
