package org.opencmas.testkit.cost;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/**
 * Ends a test that would not end by itself, or not today: work that hangs, or that grows with the square of a large input. It is a guard
 * and not a claim: what is sound takes seconds even on a machine that is busy with other things, and the guard waits for ten minutes. A test
 * that wants to say how much something costs counts what is done.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public @interface HangGuard {}
