/**
 * What became of a price line from one list of its agreement to the next. A line is known by its agreement and its item id, which is unique
 * within a list, so that two lines of one product are two lines through all supplements.
 */
@NullMarked
package org.opencmas.registry.pricelist.lineage;

import org.jspecify.annotations.NullMarked;
