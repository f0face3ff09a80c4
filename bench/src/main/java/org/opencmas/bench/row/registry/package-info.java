/** What is measured of the contract registry: its price lists as they come in, and the search in them. */
@NullMarked
package org.opencmas.bench.row.registry;

import org.jspecify.annotations.NullMarked;
