package org.opencmas.bench.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is measured of a list is what its service asks the database")
class ListPlansTest {
    static Stream<Arguments> statements() {
        String orders = "../order-service/src/main/java/org/opencmas/order/purchaseorder/reading/OrderSearch.java";
        String fees = "../fee-reporting-service/src/main/java/org/opencmas/fees/";
        return Stream.of(
                Arguments.of(orders, ListPlans.OF_ORDERS),
                Arguments.of(fees + "obligation/ReportObligationList.java", ListPlans.ALL_OBLIGATIONS),
                Arguments.of(fees + "obligation/ReportObligations.java", ListPlans.WITHOUT_ORDER),
                Arguments.of(fees + "obligation/ReportObligations.java", ListPlans.AND_SETTLED),
                Arguments.of(fees + "ledger/LedgerEntries.java", ListPlans.OF_POSTINGS));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void theServiceHasThisStatement(String source, String statement) throws IOException {
        assertThat(onOneLine(Files.readString(Path.of(source))))
                .as("the statement in %s, which changed there", source)
                .contains(onOneLine(statement.replace("limit 51", "limit ?")));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
