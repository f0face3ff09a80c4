package org.opencmas.compliance.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.terms.AgencyClass;

/** What the rule book itself has to know of any subject that is judged. */
public interface Facts {
    /** The day whose editions and figures hold: that of the document. */
    LocalDate judgedAsOf();

    /** The day the document reached the suite, in California. */
    LocalDate receivedOn();

    /** The day of the first version of the document; an attestation is never older. */
    default LocalDate begunOn() {
        return judgedAsOf();
    }

    /** The version of the document that is judged; null for a draft that is only checked. */
    default @Nullable Integer documentVersion() {
        return null;
    }

    /** The lines of the document, by the agency's own ids. */
    default List<String> lineIds() {
        return List.of();
    }

    /** What persons say of the document. */
    default List<Attestation> attestations() {
        return List.of();
    }

    /** Whose rules bind the buyer; empty when the buyer is not known. */
    Optional<AgencyClass> agencyClass();

    /** What to say when a rule binds one class of agency and the buyer is not known. */
    Trouble unknownAgency();

    /** The figures in force on {@link #judgedAsOf}. */
    List<Parameter> parameters();

    default Optional<BigDecimal> parameter(ParameterName name) {
        return parameters().stream()
                .filter(parameter -> parameter.name() == name)
                .map(Parameter::value)
                .findFirst();
    }

    /** A figure that the rule names in its {@link RuleText#parameters}: the rule book has seen to it that it is there. */
    default BigDecimal figure(ParameterName name) {
        return parameter(name).orElseThrow(() -> new IllegalStateException(name + " is not named by the rule"));
    }
}
