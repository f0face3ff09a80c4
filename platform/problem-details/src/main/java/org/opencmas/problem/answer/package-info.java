/**
 * Makes a problem document of whatever was thrown: by a feature, by the framework or by the router. Nothing else knows how an
 * exception becomes HTTP.
 */
@NullMarked
package org.opencmas.problem.answer;

import org.jspecify.annotations.NullMarked;
