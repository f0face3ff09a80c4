/**
 * How any number of rows go to the database in one statement, so that what a batch of events costs does not grow with its number
 * of statements. Knows nothing of what the rows mean.
 */
@NullMarked
package org.opencmas.fees.sql;

import org.jspecify.annotations.NullMarked;
