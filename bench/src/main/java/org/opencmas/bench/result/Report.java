package org.opencmas.bench.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Shows the comparisons as a table and keeps them, every single reading included, as JSON. */
public final class Report {
    private final ObjectMapper json = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRITE_BIGDECIMAL_AS_PLAIN);
    private final Machine machine;
    private final String command;

    public Report(Machine machine, String command) {
        this.machine = machine;
        this.command = command;
    }

    public void print(Results results, PrintStream out) {
        out.println();
        out.printf(
                "%s, %d processors, %,d MB, %s, load %s before and %s after%n%n",
                machine.system(),
                machine.processors(),
                machine.memoryMegabytes(),
                machine.java(),
                machine.loadAverage(),
                Machine.load());
        String row = "%-58s %14s %14s %-9s %7s %8s %s%n";
        out.printf(
                row,
                "median of " + rounds(results.comparisons()) + " alternations",
                "suite",
                "bare",
                "unit",
                "ratio",
                "goal",
                "");
        for (Comparison each : results.comparisons()) {
            out.printf(
                    row,
                    each.name(),
                    each.suiteMedian().toPlainString(),
                    each.bareMedian().toPlainString(),
                    each.unit(),
                    each.ratio().toPlainString(),
                    goal(each),
                    each.met() ? "" : "MISSED");
        }
        out.println();
        results.remarks()
                .values()
                .forEach(remarks -> remarks.forEach((name, words) -> out.printf("%-58s %s%n", name, words)));
    }

    /** Writes one file for each comparison, and one for the remarks of each name that there are. */
    public void write(Path folder, Results results, Instant at) throws IOException {
        Files.createDirectories(folder);
        for (Comparison each : results.comparisons()) {
            ObjectNode file = header(at);
            file.put("measurement", each.name())
                    .put("denominator", each.denominator())
                    .put("unit", each.unit());
            file.put("suiteMedian", each.suiteMedian()).put("bareMedian", each.bareMedian());
            file.put("ratio", each.ratio()).put("goal", goal(each)).put("met", each.met());
            ArrayNode rounds = file.putArray("rounds");
            each.pairs().forEach(r -> rounds.addObject().put("suite", r.suite()).put("bare", r.bare()));
            json.writeValue(folder.resolve(slug(each.name()) + ".json").toFile(), file);
        }
        for (Map.Entry<String, Map<String, String>> named : results.remarks().entrySet()) {
            ObjectNode file = header(at);
            named.getValue().forEach(file::put);
            json.writeValue(folder.resolve(named.getKey() + ".json").toFile(), file);
        }
    }

    private ObjectNode header(Instant at) {
        ObjectNode file = json.createObjectNode();
        file.put("command", command).put("measuredAt", at.toString());
        file.putObject("machine")
                .put("system", machine.system())
                .put("processors", machine.processors())
                .put("memoryMegabytes", machine.memoryMegabytes())
                .put("java", machine.java())
                .put("loadBefore", machine.loadAverage())
                .put("loadAfter", Machine.load());
        return file;
    }

    private static String goal(Comparison comparison) {
        BigDecimal goal = comparison.goal();
        if (goal == null) {
            return "report";
        }
        return (comparison.moreIsBetter() ? ">= " : "<= ") + goal.toPlainString();
    }

    private static int rounds(List<Comparison> comparisons) {
        return comparisons.stream().mapToInt(c -> c.pairs().size()).min().orElse(0);
    }

    private static String slug(String name) {
        return name.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
