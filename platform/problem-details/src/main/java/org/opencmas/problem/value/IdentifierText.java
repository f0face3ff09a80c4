package org.opencmas.problem.value;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Identifier;

/**
 * A text in a body that tells one thing from others, by the one rule of {@link Identifier}: without characters that nobody sees,
 * and not blank. Absent is for {@code @NotNull} to refuse. What is stored is {@link Identifier#text()}, what is compared its key.
 */
@Constraint(validatedBy = IdentifierText.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
public @interface IdentifierText {
    /** Said when the fault says nothing itself. */
    String message() default "must be a text without invisible characters";

    /** For Bean Validation. */
    Class<?>[] groups() default {};

    /** For Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Says the fault of the text in its own words. */
    final class Check implements ConstraintValidator<IdentifierText, CharSequence> {
        /** For Bean Validation. */
        public Check() {}

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            Optional<String> fault = text == null ? Optional.empty() : Identifier.fault(text.toString());
            fault.ifPresent(detail -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(detail).addConstraintViolation();
            });
            return fault.isEmpty();
        }
    }
}
