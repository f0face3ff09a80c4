package org.opencmas.compliance.law;

/**
 * What a rule finds in one case, taken from the rule's test.
 *
 * @param passes true for a case that passes
 */
public record WorkedExample(String rule, boolean passes, String example) {}
