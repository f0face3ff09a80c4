package org.opencmas.compliance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.check.OrderCheckResourceTest.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.orderbody.OrderBodyExample;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A dry run takes and refuses exactly the example bodies, as a placement does")
class OrderBodyExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<OrderBodyExample> examples() {
        return OrderBodyExample.all(ProgramCalendar.dateOf(Clock.systemUTC().instant())).stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aDryRun(OrderBodyExample example) throws IOException {
        var answer = check(Tokens.buyer(UUID.randomUUID()), JSON.writeValueAsString(example.body()))
                .extract();
        if (example.isTaken()) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        } else {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.jsonPath().<String>getList("errors.pointer"))
                    .containsExactlyInAnyOrderElementsOf(example.faults());
        }
    }
}
