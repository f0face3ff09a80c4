/**
 * Copies of what other services own and the rules need: agencies, contractors, agreements with all their snapshots, price lists. Each is
 * kept from its owner's events and never changed here otherwise.
 *
 * <p>Not here: reading them, which is how {@code ordercheck} gathers its facts.
 */
@NullMarked
package org.opencmas.compliance.copy;

import org.jspecify.annotations.NullMarked;
