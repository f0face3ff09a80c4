package org.opencmas.problem.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who checks what the type of a parameter does not say: its form, its limits, how it goes with the others. It stands on the resource
 * method, on the class of a {@code @BeanParam}, or on an annotation of the method; all of them are asked before the operation begins, so
 * that one answer names every fault of its parameters.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CheckedBy {
    /** Each has a constructor without arguments. */
    Class<? extends ParameterCheck>[] value();
}
