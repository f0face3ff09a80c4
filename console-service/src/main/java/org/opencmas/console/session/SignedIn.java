package org.opencmas.console.session;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page for people who are signed in and hold one of the roles. Who is not signed in is led to the sign-in and back; a form that
 * comes after the session has ended is shown again with what was typed. Which rows a person sees, the services decide.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SignedIn {
    /** Returns the roles, any of which opens the page; none are named for a page of everybody who is signed in. */
    @Nonbinding
    String[] value() default {};
}
