/** How an agency came to its order: as it is sent, read, and kept. */
@NullMarked
package org.opencmas.orderbody.procurement;

import org.jspecify.annotations.NullMarked;
