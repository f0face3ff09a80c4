package org.opencmas.order.account.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "PAY-45-DAYS, PP-WITHHOLD-BASE, PP-IT-RISK: the figures of payment are those of the rule book, with their days, sources and confidence")
class PaymentFiguresTest {
    private static final Pattern FIGURE = Pattern.compile(
            "\\('(PROMPT_PAYMENT_DAYS|PP_WITHHOLD_SHARE|PP_RISK_\\w+|PP_BOND_SHARE|PW_BOND_TRIGGER)', +([0-9.]+), date '([0-9-]+)', '([^']+)', '([A-D])'\\)");

    private static List<String> figures(String... migrations) throws IOException {
        StringBuilder sql = new StringBuilder();
        for (String migration : migrations) {
            sql.append(Files.readString(Path.of(migration)));
        }
        return FIGURE.matcher(sql)
                .results()
                .map(found -> String.join(
                        " | ", found.group(1), found.group(2), found.group(3), found.group(4), found.group(5)))
                .sorted()
                .toList();
    }

    @Test
    void bothServicesHaveTheSame() throws IOException {
        String own = "src/main/resources/db/migration/";
        String ruleBook = "../compliance-service/src/main/resources/db/migration/";
        assertThat(figures(own + "V53__payment_figures.sql", own + "V61__figures_held_by_the_database.sql"))
                .hasSize(11)
                .isEqualTo(figures(ruleBook + "V44__payment_figures.sql", ruleBook + "V21__payment_bond.sql"));
    }
}
