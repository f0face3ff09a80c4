package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.testkit.Python;

@DisplayName(
        "verify/receipt.py agrees with every stored receipt, and with none of which a byte or a figure was changed")
class ReceiptCheckerTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAYMENTS = Path.of("src/test/resources/payment-receipts");
    private static final long SEED = 20_261_128L;
    private static final int BYTE_CHANGES = 200;

    /** Of so many figures one is changed; all of them were, once, by hand. */
    private static final int EACH_OF = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A figure of a finding that the checker works out: NSP, public works, ceilings, limits, subtotals, withholds, clocks. */
    private static final Pattern NUMERIC_FINDING = Pattern.compile(
            "\\{\"ruleId\":\"(NSP-DOLLAR-LOW|NSP-DOLLAR-HIGH|NSP-TIER-BY-NSP|NSP-EXCL-PW|PW-INCIDENTAL|PW-BOND-TRIGGER|PW-BOND-AMOUNT"
                    + "|CON-PRICE-CEILING|ORD-LIMIT-STATE|ORD-LIMIT-LOCAL|MULTI-TOTAL-LIMIT|MULTI-SUBTOTAL-NO-TAX|ORD-ISSUE-BEFORE-EXPIRY"
                    + "|PAY-45-DAYS|PAY-PENALTY|PP-IT-SPECIAL|PP-GOODS-SPECIAL|PP-NONIT-SERVICES|PP-WITHHOLD-BASE)\".*?\"remedy\":(null|\".*?\")\\}");

    private static final Pattern FIGURE = Pattern.compile("\\d+\\.\\d\\d(?=\\D)|\\d{4}-\\d\\d-\\d\\d(?=\\D)");
    /** Of what costs nothing any quantity comes to nothing. */
    private static final Pattern ORDERED_FIGURE =
            Pattern.compile("\"(quantity|unitPrice|amount)\":\"?(\\d+(\\.\\d+)?)(?![.\\d]|,\"unitPrice\":\"0\\.00\")");

    @TempDir
    Path folder;

    private final List<JsonNode> receipts = new ArrayList<>();

    @BeforeEach
    void readThem() throws IOException {
        Python.assumeHere("verify/receipt.py is not run");
        receipts.addAll(StoredReceipts.rows(StoredReceipts.FOLDER));
        receipts.addAll(StoredReceipts.rows(PAYMENTS));
    }

    @Test
    void everyStoredReceiptAgrees() throws IOException {
        assertThat(check(receipts))
                .isEqualTo(new Python.Run(0, receipts.size() + " receipt(s): hash and figures agree\n"));
    }

    /** The letter of any field is another one; what cannot be read as a receipt any more is refused. */
    @Test
    void aChangedByteIsFound() throws IOException {
        Random random = new Random(SEED);
        List<JsonNode> changed = IntStream.range(0, BYTE_CHANGES)
                .mapToObj(next -> changedByte(receipts.get(random.nextInt(receipts.size())), random))
                .toList();

        assertEachDisagrees(changed);
    }

    /** Whoever changes a figure can take the hash anew: the figure is what does not agree. */
    @Test
    void aChangedFigureOfAFindingIsFoundThoughTheHashIsTakenAnew() throws IOException {
        Random random = new Random(SEED);
        List<JsonNode> changed = new ArrayList<>();
        for (JsonNode receipt : receipts) {
            String findings = receipt.get("findings").asText();
            Matcher finding = NUMERIC_FINDING.matcher(findings);
            while (finding.find()) {
                Matcher figure = FIGURE.matcher(findings).region(finding.start(), finding.end());
                while (figure.find()) {
                    if (random.nextInt(EACH_OF) == 0) {
                        changed.add(resealed(receipt, "findings", nextDigit(findings, figure.end() - 1)));
                    }
                }
            }
        }

        assertThat(changed).hasSizeGreaterThan(300);
        assertEachDisagrees(changed);
    }

    @Test
    void aChangedQuantityPriceOrAmountOfAnOrderIsFoundThoughTheHashIsTakenAnew() throws IOException {
        Random random = new Random(SEED);
        List<JsonNode> changed = new ArrayList<>();
        for (JsonNode receipt : StoredReceipts.rows(StoredReceipts.FOLDER)) {
            String facts = receipt.get("facts").asText();
            Matcher figure = ORDERED_FIGURE.matcher(facts);
            while (figure.find()) {
                if (random.nextInt(EACH_OF) == 0) {
                    changed.add(resealed(receipt, "facts", nextDigit(facts, figure.end(2) - 1)));
                }
            }
        }

        assertThat(changed).hasSizeGreaterThan(100);
        assertEachDisagrees(changed);
    }

    @Test
    void anotherDecisionIsFoundThoughTheHashIsTakenAnew() throws IOException {
        List<JsonNode> changed = receipts.stream()
                .<JsonNode>map(receipt -> resealed(
                        receipt, "decision", receipt.get("decision").asText().equals("ISSUE") ? "RETURN" : "ISSUE"))
                .toList();

        assertEachDisagrees(changed);
    }

    @Test
    void whatIsNoReceiptIsSaidToBeNone() throws IOException {
        for (String text : List.of("{}", "<html>", "{\"subject\": \"PAYMENT\", \"facts\": 3}", "[1]")) {
            Path file = Files.writeString(folder.resolve("none.json"), text);
            Python.Run run =
                    Python.run(ROOT, "verify/receipt.py", file.toAbsolutePath().toString());
            assertThat(run.exitCode()).as(text + run.output()).isEqualTo(2);
        }
    }

    /** Nothing that was given, or only a part of it, must not look like a receipt that agrees. */
    @Test
    void anEmptyFileAndATornOneAreNoReceipts() throws IOException {
        for (byte[] content : List.of(new byte[0], " \n\n".getBytes(StandardCharsets.UTF_8), tornArchive())) {
            Path file = Files.write(folder.resolve("none.jsonl" + (content.length > 9 ? ".gz" : "")), content);
            Python.Run run =
                    Python.run(ROOT, "verify/receipt.py", file.toAbsolutePath().toString());
            assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
            assertThat(run.output()).startsWith("NO RECEIPT");
        }
    }

    private static byte[] tornArchive() throws IOException {
        byte[] whole = Files.readAllBytes(StoredReceipts.FOLDER.resolve("rules-version-2.jsonl.gz"));
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** In plain digits one of them would fill the memory, and a checker that hangs on a file of a few letters checks nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+999999999",
                "1E-999999999",
                "0E+999999999",
                "NaN",
                "-Infinity",
                "true",
                "null",
                "\"1E+999999999\"",
                "99999999999999999999999999999"
            })
    void aFigureOfNoOrderIsRefusedAtOnce(String figure) throws IOException {
        JsonNode receipt = StoredReceipts.rows(StoredReceipts.FOLDER).getLast();
        for (String place : List.of("\"quantity\":[^,}]*", "\"unitPrice\":[^,}]*", "\"value\":[^,}]*")) {
            String name = place.substring(0, place.indexOf(':') + 1);
            String facts = receipt.get("facts").asText().replaceAll(place, Matcher.quoteReplacement(name + figure));
            assertThat(facts).isNotEqualTo(receipt.get("facts").asText());
            Path file = Files.writeString(
                    folder.resolve("figure.json"), JSON.writeValueAsString(resealed(receipt, "facts", facts)));

            Python.Run run =
                    Python.run(ROOT, "verify/receipt.py", file.toAbsolutePath().toString());

            assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
            assertThat(run.output()).startsWith("NO RECEIPT");
        }
    }

    /** Else whoever leaves out the finding that stops an order, and takes the hash anew, would have a receipt that agrees. */
    @Test
    void aRuleThatIsSilentIsFoundThoughTheHashIsTakenAnew() throws IOException {
        List<JsonNode> changed = new ArrayList<>();
        for (JsonNode receipt : receipts) {
            ArrayNode spoken = JSON.createArrayNode();
            JSON.readTree(receipt.get("findings").asText()).forEach(finding -> {
                if (!finding.get("ruleId").asText().matches("NSP-DOLLAR-LOW|PP-WITHHOLD-BASE")) {
                    spoken.add(finding);
                }
            });
            changed.add(resealed(receipt, "findings", JSON.writeValueAsString(spoken)));
        }

        assertEachDisagrees(changed);
    }

    /** It is to be read by people who trust nobody. */
    @Test
    void itStaysShort() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("verify/receipt.py"))).hasSizeLessThan(500);
    }

    private static JsonNode changedByte(JsonNode receipt, Random random) {
        List<String> names = new ArrayList<>();
        receipt.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        String text = receipt.get(name).asText();
        int at = random.nextInt(text.length());
        char other = text.charAt(at) == 'x' ? 'y' : 'x';
        return with(receipt, name, text.substring(0, at) + other + text.substring(at + 1));
    }

    private static String nextDigit(String text, int at) {
        char next = (char) ('0' + (text.charAt(at) - '0' + 1) % 10);
        return text.substring(0, at) + next + text.substring(at + 1);
    }

    private static ObjectNode with(JsonNode receipt, String name, String value) {
        ObjectNode changed = receipt.deepCopy();
        return changed.put(name, value);
    }

    private static ObjectNode resealed(JsonNode receipt, String name, String value) {
        ObjectNode changed = with(receipt, name, value);
        StringBuilder text = new StringBuilder("receipt: 1\n");
        changed.properties().forEach(field -> {
            if (!field.getKey().equals("receiptHash")) {
                text.append(field.getKey())
                        .append(": ")
                        .append(field.getValue().asText())
                        .append('\n');
            }
        });
        return changed.put("receiptHash", DigestUtils.sha256Hex(text.toString()));
    }

    /** All are checked by few runs: one that cannot be read ends a run, and the next one begins behind it. */
    private void assertEachDisagrees(List<JsonNode> changed) throws IOException {
        List<JsonNode> left = changed;
        while (!left.isEmpty()) {
            Python.Run run = check(left);
            int unread = run.exitCode() == 2 ? numberAfter(run.output(), "NO RECEIPT: number ") : left.size() + 1;
            for (int number = 1; number < unread; number++) {
                if (!run.output().contains("DISAGREES: receipt " + number + " of ")) {
                    fail("It agrees with " + left.get(number - 1));
                }
            }
            left = left.subList(Math.min(unread, left.size()), left.size());
        }
    }

    private static int numberAfter(String output, String words) {
        Matcher number = Pattern.compile(words + "(\\d+)").matcher(output);
        assertThat(number.find()).as(output).isTrue();
        return Integer.parseInt(number.group(1));
    }

    private Python.Run check(List<JsonNode> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonNode row : rows) {
            lines.add(JSON.writeValueAsString(row));
        }
        Path file = Files.write(folder.resolve("receipts.jsonl"), lines);
        return Python.run(ROOT, "verify/receipt.py", file.toAbsolutePath().toString());
    }
}
