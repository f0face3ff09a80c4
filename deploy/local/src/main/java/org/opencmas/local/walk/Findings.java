package org.opencmas.local.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.opencmas.local.client.Answer;

/** The findings in an answer of compliance, put into words. */
final class Findings {
    private Findings() {}

    static boolean decides(Answer check, String decision) {
        return check.text("/decision").equals(decision);
    }

    /** True when no blocking rule lacks data: compliance has received all events that matter for this order. */
    static boolean isInformed(Answer check) {
        return check.isSuccess()
                && of(check).stream()
                        .noneMatch(finding -> isVerdict(finding, "UNDETERMINED")
                                && finding.path("blocking").asBoolean());
    }

    static List<JsonNode> failed(Answer check) {
        return of(check).stream().filter(finding -> isVerdict(finding, "FAIL")).toList();
    }

    static String inWords(JsonNode finding) {
        JsonNode citation = finding.path("citation");
        String remedy = finding.path("remedy").asText("");
        return "%s %s: %s [%s %s p%s]%s"
                .formatted(
                        finding.path("ruleId").asText(),
                        finding.path("verdict").asText(),
                        finding.path("message").asText(),
                        citation.path("document").asText(),
                        citation.path("section").asText(),
                        citation.path("page").asText(),
                        remedy.isEmpty() || remedy.equals("null") ? "" : " Remedy: " + remedy);
    }

    private static boolean isVerdict(JsonNode finding, String verdict) {
        return finding.path("verdict").asText().equals(verdict);
    }

    private static List<JsonNode> of(Answer answer) {
        return StreamSupport.stream(answer.body().path("findings").spliterator(), false)
                .toList();
    }
}
