package org.opencmas.console.frame.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemediesTest {
    private static final Path RULES =
            Path.of("..", "compliance-service", "src", "main", "java", "org", "opencmas", "compliance", "rule");
    private static final Pattern REMEDY = Pattern.compile("remedy\\(\\s*\"([^\"]*)\"");
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z]+(?:\\.[a-z][A-Za-z]*)+|\\b[a-z]+[A-Z][A-Za-z]*");

    @DisplayName(
            "A remedy names the field of the page; what no page has is told of in words, with the name that an ordering system needs")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tell deliverBy or servicesThrough in delivery. | Tell "Deliver by" or "Services through" in delivery.
            Verify the certificate in Cal eProcure. | Verify the certificate in Cal eProcure.
            Set the unit price of line 10 to 106.33 or less. | Set the unit price of line 10 to 106.33 or less.
            Tell them in procurement.contractorsAsked, or attest to whom was asked. | Tell them in the contractors asked, or attest to whom was asked. No page here has a field for the contractors asked: it comes with the order from your own system, as procurement.contractorsAsked.
            """)
    void plainWords(String remedy, String plain) {
        assertThat(Remedies.plainly(remedy)).isEqualTo(plain);
    }

    @Test
    @DisplayName("Every member of an order that a rule's remedy names has words on the pages")
    void everyMemberHasWords() throws IOException {
        Set<String> members = new TreeSet<>();
        try (Stream<Path> files = Files.walk(RULES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                REMEDY.matcher(Files.readString(file))
                        .results()
                        .forEach(remedy -> MEMBER.matcher(remedy.group(1))
                                .results()
                                .forEach(member -> members.add(member.group())));
            }
        }
        assertThat(members).hasSizeGreaterThan(8);
        assertThat(members.stream().filter(member -> !member.equals("eProcure") && !Remedies.knows(member)))
                .isEmpty();
    }
}
