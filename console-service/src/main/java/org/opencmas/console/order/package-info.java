/** Orders as agencies, contractors, DGS and auditors read them, and the contractor's answer. Writing an order is {@code draft}'s. */
@NullMarked
package org.opencmas.console.order;

import org.jspecify.annotations.NullMarked;
