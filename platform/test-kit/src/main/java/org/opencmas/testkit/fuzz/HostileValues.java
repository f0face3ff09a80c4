package org.opencmas.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.opencmas.testkit.SeededGenerator;

/** What breaks careless code: limits, other alphabets, what nobody sees, what other languages take for code. */
final class HostileValues {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            ",",
            "%",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\u200b",
            "\u00a0x",
            "\u202eabc",
            "\ufeff",
            "e\u0301",
            "\ud83d\ude00",
            "\t\r\n",
            "-",
            "-".repeat(40),
            "-1",
            "0",
            "1",
            "00",
            "1e400",
            "1E+400",
            "NaN",
            "0x10",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999",
            "0.0000000000000001",
            "true",
            "TRUE",
            "yes",
            "null",
            "undefined",
            "[]",
            "{}",
            "\"",
            "'",
            "' or 1=1 --",
            "\\",
            "\\u0000",
            "%00",
            "%zz",
            "../../etc/passwd",
            "<script>",
            "${jndi:x}",
            "{{7*7}}",
            ":*&|!()<->",
            "a:* & !b",
            "C++",
            ".NET",
            "*",
            "?",
            "2026-02-30",
            "0206-01-01",
            "9999-12-31",
            "+5874898-01-01",
            "-999999999-01-01",
            "1989-12-31",
            "2026-11-28",
            "2026-11-28T00:00:00Z",
            "+1000000000-12-31T23:59:59Z",
            "2026-Q4",
            "9999-Q4",
            "0000-Q1",
            "2026-27",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "3-12-70-2473E",
            "#3-12-702473E",
            "3" + "-1".repeat(200),
            "x".repeat(64),
            "x".repeat(65),
            "x".repeat(201),
            "x".repeat(1_001),
            "\u00e4".repeat(1_500),
            "(".repeat(300),
            "DRAFT",
            "ISSUED",
            "ACTIVE",
            "CITY");
    private static final List<BigDecimal> NUMBERS = List.of(
            BigDecimal.ZERO,
            BigDecimal.ONE,
            new BigDecimal("-1"),
            new BigDecimal("0.001"),
            new BigDecimal("0.000001"),
            new BigDecimal("2147483648"),
            new BigDecimal("9223372036854775808"),
            new BigDecimal("1E+30"),
            new BigDecimal("999999999999.99"),
            new BigDecimal("1000000000000"),
            new BigDecimal("1.5"));

    private final SeededGenerator random;

    HostileValues(SeededGenerator random) {
        this.random = random;
    }

    String text() {
        return switch (random.between(0, 19)) {
            case 0 -> random.text(60);
            case 1 -> cursor();
            case 2 -> "x".repeat(random.between(3_000, 5_000));
            default -> random.oneOf(TEXTS);
        };
    }

    /** A cursor as lists give it out, with keys that no list ever had. */
    String cursor() {
        StringBuilder keys = new StringBuilder("[");
        int count = random.between(0, 3);
        for (int i = 0; i < count; i++) {
            keys.append(i == 0 ? "" : ",").append(JsonNodeFactory.instance.textNode(random.oneOf(TEXTS)));
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.append(']').toString().getBytes(StandardCharsets.UTF_8));
    }

    JsonNode json() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.between(0, 9)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.yes());
            case 2, 3 -> nodes.numberNode(random.oneOf(NUMBERS));
            case 4 -> nodes.arrayNode();
            case 5 -> nodes.objectNode();
            case 6 -> nodes.arrayNode().add(nodes.nullNode()).add(text());
            default -> nodes.textNode(text());
        };
    }

    /** A body's text spoilt on its way: cut off, with bytes of no encoding, doubled, or nothing of the kind that was announced. */
    byte[] spoilt(byte[] body) {
        return switch (random.between(0, 8)) {
            case 0 -> new byte[0];
            case 1 -> java.util.Arrays.copyOf(body, body.length / 2);
            case 2 -> new byte[] {0, 0, 0, 0x20, (byte) 0xfe, (byte) 0xff, 0, 1, (byte) 0xfb};
            case 3 -> joined(body, new byte[] {(byte) 0xff, (byte) 0xc0});
            case 4 -> joined(body, body);
            case 5 -> "[".repeat(random.between(1, 3_000)).getBytes(StandardCharsets.UTF_8);
            case 6 -> "null".getBytes(StandardCharsets.UTF_8);
            case 7 -> ("{\"a\":" + "9".repeat(2_000) + "}").getBytes(StandardCharsets.UTF_8);
            default -> random.text(200).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
