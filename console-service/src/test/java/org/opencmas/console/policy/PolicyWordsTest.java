package org.opencmas.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.policy.PolicyWords.Difference;

class PolicyWordsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName(
            "What somebody confirms is told setting by setting, in words: no difference is left out, what no page knows included")
    void differences() throws Exception {
        var before = JSON.readTree("""
                {"orderLimit": "100000.00", "orderLimitAction": "BLOCK", "approvalRequired": true, "minOffers": 2, "retentionYears": 5, "mayOverride": [],
                 "approvers": [{"name": "Ann", "limit": "50000.00"}, {"name": "Council"}],
                 "ownPolicyAttestation": {"attestedBy": "Ann", "attestedOn": "2026-01-05", "policy": "Code 2.20", "reviewOn": "2027-01-05"}}""");
        var after = JSON.readTree("""
                {"orderLimit": "100000.00", "orderLimitAction": "WARN", "minOffers": 2, "retentionYears": 5, "ofTomorrow": {"a": 1},
                 "approvers": [{"name": "Ann"}, {"name": "Council"}]}""");

        assertThat(PolicyWords.between(before, after))
                .containsExactly(
                        new Difference("An order above it", "Stops the order", "Is warned of"),
                        new Difference("No order is sent before an approver approves it", "Yes", "Nothing is set"),
                        new Difference(
                                "Approvers",
                                "Ann up to $50,000.00; Council without a limit",
                                "Ann without a limit; Council without a limit"),
                        new Difference(
                                "The program agrees with this policy of ours",
                                "Code 2.20, to be looked at again on January 5, 2027, said by Ann",
                                "Nothing is set"),
                        new Difference("ofTomorrow", "Nothing is set", "{\"a\":1}"));
        assertThat(PolicyWords.between(after, after)).isEmpty();
    }
}
