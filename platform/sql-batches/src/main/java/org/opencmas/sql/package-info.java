/**
 * Rows and columns of prepared statements that are sent to PostgreSQL together. It knows no table, opens no connection and ends no
 * transaction that its caller did not ask it to end.
 */
@NullMarked
package org.opencmas.sql;

import org.jspecify.annotations.NullMarked;
