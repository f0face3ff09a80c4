package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.check.OrderCheckResourceTest.check;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A check that is all faults is refused at once, and its answer is short")
class HostileOrderTest {
    private final String token = Tokens.buyer(UUID.randomUUID());

    private static String lines(int count) {
        return "{\"lines\": [" + "{},".repeat(count - 1) + "{}]}";
    }

    @Test
    void twoHundredThousandEmptyLinesAreOneFault() {
        String body = lines(200_000);
        assertThat(check(token, body).statusCode(400).extract().jsonPath().<String>getList("errors.pointer"))
                .isEqualTo(List.of("")); // more values than a body may have
    }

    @Test
    void aThousandEmptyLinesAreAHundredFaultsAndANumber() {
        var answer = check(token, lines(1000)).statusCode(400).extract();
        assertThat(answer.jsonPath().getList("errors")).hasSize(100);
        assertThat(answer.jsonPath().getInt("furtherErrors")).isPositive();
        assertThat(answer.asByteArray().length).isLessThan(30_000);
    }
}
