package org.opencmas.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmasNumberTest {

    @Nested
    @DisplayName("CON-NUMBER-CATEGORY: the first digit is 3 for IT and 4 for non-IT, anything else is no CMAS number")
    class Category {
        @ParameterizedTest
        @CsvSource({
            "3-12-70-2473E, IT",
            "3-24-05-2024,  IT",
            "4-06-78-0031A, NON_IT",
            "4-25-09-1034,  NON_IT", // translation services: 4 is not only for products
        })
        void isReadFromTheFirstDigit(String number, ProcurementKind kind) {
            assertThat(CmasNumber.parse(number).kind()).isEqualTo(kind);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "0-12-70-2473E   | begins with 0",
                    "1-22-23-20C     | begins with 1",
                    "2-12-70-2473E   | begins with 2",
                    "5-12-70-2473E   | begins with 5",
                    "7-20-99-42      | begins with 7",
                    "7-15-70-34-002  | begins with 7",
                    "7-23-70-55-03   | begins with 7",
                    "9-12-70-2473E   | begins with 9",
                    "GS-35F-337BA    | federal base contract",
                    "GS-07F-0542M    | federal base contract",
                    "47QTCA19D00MM   | federal base contract",
                    "47QSWA18D008F   | federal base contract",
                    "Masterlist      | masterlist",
                    "IT Master Service Agreement | masterlist",
                    "CMAS            | several agreements",
                    "''              | empty",
                    "'   '           | empty",
                    "3-12-70-34-002  | four groups",
                    "3-12-70-2473EF  | ends with more",
                    "3-12-70-24      | is written as",
                    "3-12-70         | is written as",
                    "312702473E      | is written as",
                    "PO 4500012345   | is written as",
                    "080819-IFA      | is written as",
                })
        void refusesOtherNumbersWithTheReason(String other, String reason) {
            assertThatThrownBy(() -> CmasNumber.parse(other))
                    .isInstanceOf(InvalidCmasNumber.class)
                    .hasMessageContaining(reason);
        }
    }

    @Nested
    @DisplayName("CON-NUMBER-SUFFIX: the letter at the end tells two CMAS apart and is never dropped")
    class Suffix {
        @ParameterizedTest
        @CsvSource({
            "3-12-70-2473E, 3-12-70-2473E, true",
            "3-12-70-2473E, 3-12-70-2473e, true",
            "3-12-70-2473E, #3-12-702473E, true",
            "3-12-70-2473E, 3-12-70-2473F, false",
            "3-12-70-2473E, 3-12-70-2473,  false",
            "4-96-37-001A,  4-96-37-0001A, false", // three digits are another number than four
        })
        void numbersAreTheSameOnlyWithTheSameSuffix(String one, String other, boolean same) {
            CmasNumber left = CmasNumber.parse(one);
            CmasNumber right = CmasNumber.parse(other);

            assertThat(left.equals(right)).isEqualTo(same);
            assertThat(left.canonical().equals(right.canonical())).isEqualTo(same);
        }

        @Test
        void isOptionalSinceNewerNumbersHaveNone() {
            assertThat(CmasNumber.parse("3-26-04-1048").suffix()).isEmpty();
            assertThat(CmasNumber.parse("3-20-70-2247G").suffix()).contains('G');
        }

        @ParameterizedTest
        @CsvSource({
            "4-17-71-01118,  4-17-71-0111B",
            "3-16-7O-1047B,  3-16-70-1047B",
            "3-16-70-1O47B,  3-16-70-1047B",
            "3-I6-70-1047B,  3-16-70-1047B",
        })
        void aMisreadNumberIsRefusedAndTheLikelyOneOnlySuggested(String misread, String likely) {
            InvalidCmasNumber refusal = catchThrowableOfType(InvalidCmasNumber.class, () -> CmasNumber.parse(misread));

            assertThat(refusal.raw()).isEqualTo(misread);
            assertThat(refusal.suggestions()).containsExactly(CmasNumber.parse(likely));
            assertThat(refusal).hasMessageEndingWith("Perhaps " + likely + " is meant.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "03-12-70-2473E                    | 3-12-70-2473E",
                    "312-70-2473E                      | 3-12-70-2473E",
                    "312702473E                        | 3-12-70-2473E",
                    "3-12-70-24 73E                    | 3-12-70-2473E",
                    "3.12.70.2473E                     | 3-12-70-2473E",
                    "3-12-70-2473E, SUPPLEMENT NO. 2   | 3-12-70-2473E",
                    "CMAS 3-12-70-2473E Supplement 2   | 3-12-70-2473E",
                    "#03-12-70-2473E (Amendment 1)     | 3-12-70-2473E",
                    "324-05-2024                       | 3-24-05-2024",
                    "\"3-12-70-2473E\"                   | 3-12-70-2473E",
                    "(03-12-70-2473E).                 | 3-12-70-2473E",
                    "3-12-70-2473E (OPTION 3)          | 3-12-70-2473E",
                    "3-12-70-2473E Sub #1              | 3-12-70-2473E",
                    "O3-12-70-2473E                    | 3-12-70-2473E",
                    "03/12/70/2473E                    | 3-12-70-2473E",
                    "3_12_70_2473E                     | 3-12-70-2473E",
                    "\u200e3-12-70-2473E\u200b           | 3-12-70-2473E",
                    "\uff13-12-70-2473E                 | 3-12-70-2473E",
                })
        void aNumberPrintedOtherwiseIsRefusedAndTheOneMeantSuggested(String printed, String meant) {
            InvalidCmasNumber refusal = catchThrowableOfType(InvalidCmasNumber.class, () -> CmasNumber.parse(printed));

            assertThat(refusal.suggestions()).containsExactly(CmasNumber.parse(meant));
        }

        @ParameterizedTest
        @ValueSource(strings = {"45000123", "PO 4500012345", "916-375-4363", "3-12-70", "3-12-70-34-002"})
        void anotherKindOfNumberSuggestsNone(String other) {
            assertThat(CmasNumber.suggestions(other)).isEmpty();
        }

        @Test
        void aValidNumberIsNeverCalledInQuestion() {
            assertThat(CmasNumber.suggestions("4-17-71-0111B")).isEmpty();
        }
    }

    @Nested
    @DisplayName("The numbers seen in public documents, in the printings seen there")
    class Printings {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "3-95-70-0110A", "4-96-37-001A", "3-99-00-0271A", "4-99-78-0006A", "4-03-78-0023A",
                    "4-06-78-0031A", "4-13-71-0104B", "3-16-70-1047B", "3-16-70-3298A", "3-16-84-0054A",
                    "3-19-70-2586D", "3-20-70-2247G", "3-20-70-3866A", "4-20-56-0006B", "4-20-58-0081A",
                    "4-22-03-1019", "3-24-05-2024", "4-25-09-1034", "3-26-04-1048", "4-07-51-0020A",
                    "4-08-23-0022A", "3-24-09-1021", "4-25-10-1019"
                })
        void cleanOnesStayAsTheyAre(String number) {
            assertThat(CmasNumber.parse(number).canonical()).isEqualTo(number);
        }

        @ParameterizedTest
        @CsvSource({
            "#4-06-78-0031A,        4-06-78-0031A",
            "4-06-780031A,          4-06-78-0031A",
            "4-06 78-0031A,         4-06-78-0031A",
            "'  4-06-78-0031A  ',   4-06-78-0031A",
            "4-06-78-0031 A,        4-06-78-0031A",
            "4-06-78-0031-A,        4-06-78-0031A",
            "4-06-78-0031a,         4-06-78-0031A",
            "4\u201306\u201378\u20130031A, 4-06-78-0031A",
            "4\u201106\u201178\u20110031A, 4-06-78-0031A",
            "4 - 06 - 78 - 0031A,   4-06-78-0031A",
            "4\u00a006 78 0031A,    4-06-78-0031A",
            "CMAS 4-06-78-0031A,    4-06-78-0031A",
            "CMAS # 4-06-78-0031A,  4-06-78-0031A",
            "CMAS No. 4-06-78-0031A, 4-06-78-0031A",
            "CMAS contract number: 4-06-78-0031A, 4-06-78-0031A",
        })
        void dirtyOnesAreReadThrough(String printed, String canonical) {
            CmasNumber number = CmasNumber.parse(printed);

            assertThat(number.canonical()).isEqualTo(canonical);
            assertThat(number.raw()).isEqualTo(printed);
            assertThat(number).isEqualTo(CmasNumber.parse(canonical)).hasSameHashCodeAs(CmasNumber.parse(canonical));
        }

        @ParameterizedTest
        @ValueSource(strings = {"3-12-70-2473E", "3-1", "-1-1", "GS-35F ", "#", "4 ", "\u00a0"})
        void aTextWithoutEndIsRefusedAtOnce(String part) {
            assertThatThrownBy(() -> CmasNumber.parse(part.repeat(100_000)))
                    .isInstanceOf(InvalidCmasNumber.class)
                    .hasMessage("A CMAS number is written in at most 100 characters.");
            assertThatThrownBy(() -> CmasNumber.parse("3" + "-1".repeat(20_000)))
                    .isInstanceOf(InvalidCmasNumber.class);
        }

        @Test
        void theLongestTextThatIsReadHas100Characters() {
            assertThat(CmasNumber.parse("#".repeat(87) + "3-12-70-2473E").canonical())
                    .isEqualTo("3-12-70-2473E");
            assertThatThrownBy(() -> CmasNumber.parse("#".repeat(88) + "3-12-70-2473E"))
                    .isInstanceOf(InvalidCmasNumber.class);
        }
    }

    @Test
    void travelsAsAPlainString() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.writeValueAsString(CmasNumber.parse("#4-06-78-0031a"))).isEqualTo("\"4-06-78-0031A\"");
        assertThat(json.readValue("\"#4-06-78-0031A\"", CmasNumber.class)).hasToString("4-06-78-0031A");
    }
}
