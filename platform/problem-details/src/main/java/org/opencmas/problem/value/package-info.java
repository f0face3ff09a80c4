/**
 * What a single text of a request may be, and how a fault in it is named: what a database can keep, days of the program,
 * identifiers, JSON pointers, the name that was probably meant. Bodies and parameters ask here alike.
 */
@NullMarked
package org.opencmas.problem.value;

import org.jspecify.annotations.NullMarked;
