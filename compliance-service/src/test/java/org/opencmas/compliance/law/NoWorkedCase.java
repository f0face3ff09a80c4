package org.opencmas.compliance.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the test of a rule that never passes, or never finds anything amiss: why not. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NoWorkedCase {
    /** The reason in words. */
    String because();

    /** True when it is the passing case that cannot be. */
    boolean passes();
}
