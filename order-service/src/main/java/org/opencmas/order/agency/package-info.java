/**
 * The public bodies that order: who they are, what kind of body, and the limits they set for themselves
 * (GEN-AGENCY-TYPE, Guide s1 p5). It decides nothing about an order.
 */
@NullMarked
package org.opencmas.order.agency;

import org.jspecify.annotations.NullMarked;
