/** Tests of the journal on a real PostgreSQL and a real broker. */
package org.opencmas.journal;
