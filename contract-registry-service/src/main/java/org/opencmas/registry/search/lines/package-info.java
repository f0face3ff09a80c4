/**
 * The words of all published price lines, in an index that each instance keeps for itself with Apache Lucene. Published lists never
 * change, so the index holds exactly the lists that the database holds, and whatever is missing or too much is mended by comparing the
 * two (docs/adr/0055). It knows no agreement, no status and no day: those are asked of the database.
 */
@NullMarked
package org.opencmas.registry.search.lines;

import org.jspecify.annotations.NullMarked;
