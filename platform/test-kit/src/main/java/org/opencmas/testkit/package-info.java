/**
 * What tests of several services need: real PostgreSQL and Kafka, tokens, a probe for topics, a clock that can be set, the
 * house rules as a test. It is on no service's main class path and knows no procurement noun.
 */
@NullMarked
package org.opencmas.testkit;

import org.jspecify.annotations.NullMarked;
