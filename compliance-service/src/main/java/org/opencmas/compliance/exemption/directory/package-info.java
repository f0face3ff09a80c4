/**
 * The routing directory of the Technology Letter (EXM-QUESTIONS): to which Principal or Manager of the Technology Agency's Program
 * Management Office a department's questions go. Recorded by hand, dated, appended.
 */
@NullMarked
package org.opencmas.compliance.exemption.directory;

import org.jspecify.annotations.NullMarked;
