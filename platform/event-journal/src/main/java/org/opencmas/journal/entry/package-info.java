/** The journal's rows: an entry, its place and its link in the chain, and what tells the relay that one was committed. It knows no broker. */
@NullMarked
package org.opencmas.journal.entry;

import org.jspecify.annotations.NullMarked;
