package org.opencmas.compliance.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a test of a rule that is no table: the case in words, and what it comes to, for the pages that tell of the rules. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(WorkedCase.All.class)
public @interface WorkedCase {
    /** The case, with its figures, and the verdict. */
    String value();

    /** True for one that passes. */
    boolean passes();

    /** Several on one test. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        WorkedCase[] value();
    }
}
