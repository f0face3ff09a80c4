/**
 * A body while it arrives: how much of it memory and disk may hold, how slowly it may come, and what becomes of one that breaks off.
 */
@NullMarked
package org.opencmas.http.body.arrival;

import org.jspecify.annotations.NullMarked;
