/**
 * The pages that people work in. Each feature (agreements, rules, ...) is a package with its resource, its templates and nothing of its own to store;
 * what it shows comes from the services' public API ({@code client}) and stands in the {@code frame}.
 */
@NullMarked
package org.opencmas.console;

import org.jspecify.annotations.NullMarked;
