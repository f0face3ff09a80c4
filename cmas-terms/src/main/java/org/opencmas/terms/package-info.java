/**
 * The value types of the CMAS program: numbers of agreements, money, quarters, kinds of agencies.
 *
 * <p>It is what every service must understand in the same way. It is no model of an order or an agreement (each service
 * has its own), does no I/O, reads no clock and knows no framework but the two annotations that let the values travel as
 * plain JSON strings.
 */
@NullMarked
package org.opencmas.terms;

import org.jspecify.annotations.NullMarked;
