/**
 * Runs the whole suite on one machine: PostgreSQL, Kafka, the identity provider, the four services and the console as real
 * processes, the sample data, and a walk through one order.
 *
 * <p>{@link org.opencmas.local.Cmas} is the program behind the script {@code cmas}; {@link org.opencmas.local.stack.Stack} is
 * the running suite as an object, which tests and benchmarks use too. Nothing here decides anything about procurement.
 */
@NullMarked
package org.opencmas.local;

import org.jspecify.annotations.NullMarked;
