package org.opencmas.compliance.evaluation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.judging.Finding;

/** Reads what a receipt keeps beside its facts. */
final class ReceiptJson {
    private static final ObjectReader FINDINGS = FactsJson.reader(new TypeReference<List<Finding>>() {});
    private static final ObjectReader POSITIONS = FactsJson.reader(new TypeReference<TreeMap<String, Long>>() {});

    private ReceiptJson() {}

    static List<Finding> findings(String text) {
        return FactsJson.read(FINDINGS, text);
    }

    static Map<String, Long> positions(String text) {
        return FactsJson.read(POSITIONS, text);
    }
}
