/**
 * For whom a transaction reads and writes: the setting {@code cmas.tenant}, by which the row-level security policies of every
 * service decide, is put before the first statement of each transaction. It knows no table and no rule of who may see what.
 */
@NullMarked
package org.opencmas.tenant;

import org.jspecify.annotations.NullMarked;
