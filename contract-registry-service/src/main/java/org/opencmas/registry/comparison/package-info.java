/**
 * Prices of like items side by side across contractors: what a buyer looks at before asking for offers. It says what agreements charge;
 * whether two items are the same is for the buyer to judge.
 */
@NullMarked
package org.opencmas.registry.comparison;

import org.jspecify.annotations.NullMarked;
