package org.opencmas.compliance.check;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Judgement;

/**
 * Which findings of a check are answered. It changes neither the decision nor the counts, and no receipt knows of it.
 *
 * @param failingOnly true to leave out passes and rules that do not apply
 */
@Schema(
        name = "ShownFindings",
        type = SchemaType.STRING,
        enumeration = {ShownFindings.ALL, ShownFindings.FAILING},
        description =
                "all: one or more of every rule. failing: only what is not a plain pass; passes and rules that do not apply are"
                        + " counted in the summary and left out.")
public record ShownFindings(boolean failingOnly) {
    public static final String PARAMETER = "findings";
    public static final String ALL = "all";
    public static final String FAILING = "failing";

    /** @throws IllegalArgumentException (400) for any other word; the letters are small ones */
    public static ShownFindings fromString(String word) {
        return switch (word) {
            case ALL -> new ShownFindings(false);
            case FAILING -> new ShownFindings(true);
            default -> throw new IllegalArgumentException("must be %s or %s".formatted(ALL, FAILING));
        };
    }

    public List<Finding> of(Judgement judgement) {
        return failingOnly ? judgement.failing() : judgement.findings();
    }
}
