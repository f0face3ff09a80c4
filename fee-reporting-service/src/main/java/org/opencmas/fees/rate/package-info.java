/**
 * The incentive fee's rates by order date, and those of State departments' administrative fee: dated figures, appended, never edited, each with its source and how sure it is.
 * What a fee comes to is not decided here.
 */
@NullMarked
package org.opencmas.fees.rate;

import org.jspecify.annotations.NullMarked;
