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

/** A free text in a parameter that is kept: every sign of it is seen, by the rule of {@link SeenText}. The texts of a body are read by it anyway. */
@Constraint(validatedBy = ReadableText.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface ReadableText {
    /** Said when the fault says nothing itself. */
    String message() default "must be a text without invisible characters";

    /** For Bean Validation. */
    Class<?>[] groups() default {};

    /** For Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Says the fault of the text in its own words. */
    final class Check implements ConstraintValidator<ReadableText, CharSequence> {
        /** For Bean Validation. */
        public Check() {}

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            Optional<String> fault = text == null ? Optional.empty() : SeenText.fault(text.toString());
            fault.ifPresent(detail -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(detail).addConstraintViolation();
            });
            return fault.isEmpty();
        }
    }
}
