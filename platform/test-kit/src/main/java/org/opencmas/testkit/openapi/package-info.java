/** What is asked of every service's committed OpenAPI document. */
@NullMarked
package org.opencmas.testkit.openapi;

import org.jspecify.annotations.NullMarked;
