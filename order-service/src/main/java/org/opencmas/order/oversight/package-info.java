/**
 * What an auditor looks for first: where a person went on in spite of a rule or a doubt, and what persons attested to. Overrides are noted
 * here in the transaction in which they are decided; whether one is allowed is decided where it is made.
 */
@NullMarked
package org.opencmas.order.oversight;

import org.jspecify.annotations.NullMarked;
