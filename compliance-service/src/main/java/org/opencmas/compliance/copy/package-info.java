/**
 * Copies of what other services own and the rules need: agencies, contractors, agreements with all their snapshots, price lists, the records of
 * requests for offer. Each is
 * kept from its owner's events and never changed here otherwise. The database itself notes each change of an agency, contractor or
 * agreement in {@code copy_state}, by which {@link org.opencmas.compliance.copy.VersionedCache} knows how long what was read holds.
 *
 * <p>Not here: what is read of them ({@code facts}).
 */
@NullMarked
package org.opencmas.compliance.copy;

import org.jspecify.annotations.NullMarked;
