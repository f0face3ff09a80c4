package org.opencmas.compliance.fix;

import java.util.List;

/**
 * The least change after which one rule passes.
 *
 * @param ruleId the rule that fails as it is
 * @param lineIds the lines that change; none when the order does
 * @param patch to be applied to the body as it was sent
 */
public record Fix(String ruleId, List<String> lineIds, List<PatchOperation> patch) {}
