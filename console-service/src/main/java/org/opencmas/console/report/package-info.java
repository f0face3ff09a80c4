/** A contractor's quarterly reports: what is to be filed, one report with its lines and its fee in the open, its return by the Department, and the account. */
@NullMarked
package org.opencmas.console.report;

import org.jspecify.annotations.NullMarked;
