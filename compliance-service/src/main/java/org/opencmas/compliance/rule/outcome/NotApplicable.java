package org.opencmas.compliance.rule.outcome;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requirement does not touch this subject.
 *
 * @param message why not
 */
public record NotApplicable(String message) implements Outcome {
    @Override
    public Verdict verdict() {
        return Verdict.NOT_APPLICABLE;
    }

    @Override
    public Map<String, String> numbers() {
        return Map.of();
    }

    @Override
    public List<String> lineIds() {
        return List.of();
    }

    @Override
    public @Nullable String remedy() {
        return null;
    }

    @Override
    public NotApplicable with(String name, Object value) {
        return this;
    }

    @Override
    public NotApplicable on(Collection<? extends NamedLine> lines) {
        return this;
    }
}
