package org.opencmas.compliance.evaluation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.RuleVersion;

/** Reads what a receipt keeps beside its facts. */
final class ReceiptJson {
    private static final ObjectReader FINDINGS = FactsJson.reader(new TypeReference<List<Finding>>() {});
    private static final ObjectReader POSITIONS = FactsJson.reader(new TypeReference<TreeMap<String, Long>>() {});

    private static final ObjectReader JUDGED_BY = FactsJson.reader(new TypeReference<List<JudgedBy>>() {});

    private ReceiptJson() {}

    /** Of a finding only what names its rule: whatever else a later release writes there is skipped. */
    private record JudgedBy(String ruleId, int ruleVersion) {}

    /** The rules and versions that judged, in the order of their findings, each once. */
    static List<RuleVersion> rules(String findings) {
        List<JudgedBy> judgedBy = FactsJson.read(JUDGED_BY, findings);
        return judgedBy.stream()
                .map(one -> new RuleVersion(one.ruleId, one.ruleVersion))
                .distinct()
                .toList();
    }

    static List<Finding> findings(String text) {
        return FactsJson.read(FINDINGS, text);
    }

    static Map<String, Long> positions(String text) {
        return FactsJson.read(POSITIONS, text);
    }
}
