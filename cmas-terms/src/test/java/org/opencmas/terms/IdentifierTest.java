package org.opencmas.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Two identifiers that look the same are the same, and one with unseen characters is refused")
class IdentifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "PO-1            | PO-1",
                "\"  PO-1 \"     | PO-1",
                "PO  1           | PO  1",
                "\"Cafe\u0301\"  | Caf\u00e9",
                "\u65e5\u672c 7  | \u65e5\u672c 7",
                "#4 (b) / x.y_z  | #4 (b) / x.y_z",
            })
    void theTextIsKeptWithoutBlanksAtItsEndsInOneForm(String raw, String text) {
        assertThat(Identifier.fault(raw)).isEmpty();
        assertThat(Identifier.of(raw).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "PO-1       | po-1            | true",
                "PO-1       | \" PO-1 \"      | true",
                "PO  1      | PO 1            | true",
                "PO 1       | PO1             | false",
                "PO-1       | PO_1            | false",
                "PO-1       | PO-01           | false",
                "CAF\u00c9  | \"cafe\u0301\"  | true",
                "\u212A-1   | k-1             | true",
                "\u03a3-1   | \u03c2-1        | true",
            })
    void letterCaseAndRepeatedBlanksDoNotCount(String one, String other, boolean same) {
        assertThat(Identifier.of(one).equals(Identifier.of(other))).isEqualTo(same);
        assertThat(Identifier.of(one).key().equals(Identifier.of(other).key())).isEqualTo(same);
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            strings = {
                "0000", "0009", "000A", "000D", "001F", "007F", "0085", "00A0", "00AD", "034F", "061C", "1160", "180E",
                "2000", "2007", "200B", "200D", "200E", "2028", "2029", "202E", "202F", "2060", "2066", "2800", "3000",
                "3164", "D83D", "E000", "FE0F", "FEFF", "FFA0", "FFFF", "E0041", "E0100"
            })
    void anUnseenCharacterIsRefusedByItsNumber(String hex) {
        String unseen = "PO" + Character.toString(Integer.parseInt(hex, 16)) + "-1";

        assertThatThrownBy(() -> Identifier.of(unseen))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must not contain the invisible or control character U+" + hex);
        assertThat(Identifier.fault("PO-1" + unseen.charAt(2))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "    "})
    void aBlankIsNoIdentifier(String blank) {
        assertThat(Identifier.fault(blank)).contains("must not be blank");
    }

    @ParameterizedTest
    @CsvSource({
        "'PO\u00a01',     po 1",
        "'PO-1\u200b',    po-1",
        "'\u202ePO-1\n',  po-1",
        "'PO\t \t1',      po 1",
        "'\u200b',        ''",
    })
    void whatWasStoredBeforeHasTheKeyOfWhatAReaderSees(String stored, String key) {
        assertThat(Identifier.keyOf(stored)).isEqualTo(key);
    }

    @Test
    void aLongTextCostsNoMoreThanItsLength() {
        assertThat(Identifier.keyOf("A ".repeat(500_000) + "\u0301".repeat(100_000)))
                .startsWith("a a ");
    }

    @Test
    void travelsAsAPlainString() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.writeValueAsString(Identifier.of(" PO-1 "))).isEqualTo("\"PO-1\"");
        assertThat(json.readValue("\" po-1\"", Identifier.class)).isEqualTo(Identifier.of("PO-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b", "\u00a0 \u202e", "\u2800", "\t\n", "\ufeff\u3164"})
    void aTextThatShowsNothingIsBlank(String text) {
        assertThat(Identifier.isBlank(text)).isTrue();
        assertThat(Identifier.isBlank(text + "x")).isFalse();
    }
}
