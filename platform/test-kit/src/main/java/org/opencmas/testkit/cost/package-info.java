/**
 * What work costs, counted and not clocked: a test says how much is read, made or held, never how long that takes, since a busy machine
 * takes longer for the same.
 */
@NullMarked
package org.opencmas.testkit.cost;

import org.jspecify.annotations.NullMarked;
