/** What the Department and those who look over its shoulder ask the services for: the registry's changes, journals, overrides, attestations and payments. */
@NullMarked
package org.opencmas.console.client.department;

import org.jspecify.annotations.NullMarked;
