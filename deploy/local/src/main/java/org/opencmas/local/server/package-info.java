/** The servers of one stack: which there are, where they answer, and the folder in which their data, logs and pids lie. */
@NullMarked
package org.opencmas.local.server;

import org.jspecify.annotations.NullMarked;
