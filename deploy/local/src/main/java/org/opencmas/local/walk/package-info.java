/**
 * The walk: one story of buyer, contractor and DGS told on the running suite, then the real orders of the sample and their
 * fees. Each step prints what was asked and answered and asserts what must hold.
 */
@NullMarked
package org.opencmas.local.walk;

import org.jspecify.annotations.NullMarked;
